//! The pieces the screens are made of. One with styles has a sheet of its name in `styles/components`.

pub mod arrival;
pub mod button;
pub mod code_card;
pub mod confirm;
pub mod copy_field;
pub mod disclosure;
pub mod door_list;
pub mod facts;
pub mod field;
pub mod file_field;
pub mod foot;
pub mod keep_choice;
pub mod keep_note;
pub mod lesson_card;
pub mod markup;
pub mod notice;
pub mod option;
pub mod progress;
pub mod qr;
pub mod radio_group;
pub mod refusals;
pub mod table;
