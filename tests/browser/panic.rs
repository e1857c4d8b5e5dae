//! A panic in the program: said in words, nothing lost, one press and on.

use crate::support::browser::{Browser, block_on};
use crate::support::panic::says_so_and_goes_on;

#[test]
fn a_panic_says_so_keeps_the_answers_and_goes_on() {
    block_on(async { says_so_and_goes_on(&Browser::new().await).await });
}
