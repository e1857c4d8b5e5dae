//! A fast stream of numbers that is the same on every machine, for tests that look at millions of cases.

use crate::patterns::answer;
use crate::shipped::questionnaire;
use scan::answers::Answers;
use scan::code::{Code, NONCES, SEALED_BYTES, write_sealed};

/// The letters and digits of a short code, in the order of their values.
pub(crate) const SYMBOLS: &[u8; 29] = b"0123456789ACDEFGHJKMNPQRTVWXY";

/// Xorshift: good enough to spread cases, and it needs no crate.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed | 1)
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.number()) * end as u128) >> 64) as usize
    }

    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Every question answered or passed by. Now and then many alike, as people do.
    pub(crate) fn answers(&mut self) -> Answers {
        let usual = self.below(12) as u8;
        let way = |dice: &mut Dice| if usual < 6 && dice.below(4) > 0 { usual } else { dice.below(6) as u8 };
        questionnaire().questions().map(|(id, _)| (id, answer(way(self)))).collect()
    }

    pub(crate) fn code(&mut self) -> Code {
        let nonce = self.below(NONCES as usize) as u32;
        Code::new(questionnaire(), &self.answers(), nonce).expect("the shipped questions fit")
    }

    /// The twenty symbols of a code, without hyphens.
    pub(crate) fn symbols(&mut self) -> Vec<u8> {
        self.code().short().bytes().filter(|symbol| *symbol != b'-').collect()
    }

    pub(crate) fn sealed(&mut self) -> String {
        let mut bytes = [0; SEALED_BYTES];
        bytes.fill_with(|| self.number() as u8);
        write_sealed(&bytes)
    }

    /// Any signs: those of codes, separators, letters beyond ASCII, and whatever else there is.
    pub(crate) fn noise(&mut self, most: usize) -> String {
        let length = self.below(most + 1);
        (0..length).map(|_| self.sign()).collect()
    }

    pub(crate) fn sign(&mut self) -> char {
        const ODD: &[char] = &[
            '-',
            '-',
            ' ',
            '\n',
            '\r',
            '\t',
            '.',
            '_',
            ':',
            '=',
            '\u{2011}',
            '\u{200b}',
            '\u{feff}',
            '\u{ad}',
            '\u{a0}',
            'é',
            'ß',
            'ſ',
            'ı',
            'İ',
            'K',
            '٣',
            '１',
            '🧩',
            '\u{301}',
            '\0',
            '\u{2028}',
            '\u{10ffff}',
        ];
        match self.below(8) {
            0..4 => char::from(self.one_of(SYMBOLS)),
            4 => char::from(self.below(128) as u8),
            5 | 6 => self.one_of(ODD),
            _ => char::from_u32(self.number() as u32 % 0x11_0000).unwrap_or('\u{fffd}'),
        }
    }

    /// The text after some of what happens to texts: signs change, go, come, swap or repeat, and an end is cut off.
    pub(crate) fn mutated(&mut self, text: &str) -> String {
        let mut signs: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(4) {
            let at = self.below(signs.len() + 1);
            match self.below(7) {
                0 => signs.truncate(at),
                1 => signs.insert(at, self.sign()),
                2 => drop(signs.drain(..at)),
                3 if at < signs.len() => signs[at] = self.sign(),
                4 if at < signs.len() => drop(signs.remove(at)),
                5 if at + 1 < signs.len() => signs.swap(at, at + 1),
                _ => signs.extend_from_within(at..),
            }
        }
        signs.into_iter().collect()
    }
}
