//! The finite fields by which a damaged QR code is mended, as `rqrr` takes them from the crate of this name.
//!
//! That crate brings a table of every product: four fifths of the program that reads a picture, and no compression makes
//! it smaller. Here a product is computed, which takes no time that anyone notices. The workspace puts this in its place.

#![no_std]
#![forbid(unsafe_code)]

#[doc(hidden)]
pub use core::ops;

use core::ops::{Add, AddAssign, Div, Mul, MulAssign};

/// A finite field of characteristic 2.
pub trait GaloisField:
    Add<Output = Self> + AddAssign + Mul<Output = Self> + MulAssign + Div<Output = Self> + Copy + PartialEq
{
    /// The additive identity.
    const ZERO: Self;
    /// The multiplicative identity.
    const ONE: Self;
    /// A generator of the multiplicative group: every element but [`Self::ZERO`] is a power of it.
    const GENERATOR: Self;

    /// `self` to the power `exponent`, by repeated squaring.
    fn pow(self, exponent: usize) -> Self {
        let (mut power, mut square, mut left) = (Self::ONE, self, exponent);
        while left > 0 {
            if left % 2 == 1 {
                power *= square;
            }
            square *= square;
            left /= 2;
        }
        power
    }
}

/// The product of two elements of `bits` bits, reduced by the polynomial `modulus`: carry-less multiplication.
pub const fn product(one: u8, other: u8, bits: u32, modulus: u16) -> u8 {
    let (mut sum, mut shifted, mut bit) = (0, one as u16, 0);
    while bit < bits {
        if (other >> bit) & 1 == 1 {
            sum ^= shifted;
        }
        shifted <<= 1;
        if shifted >> bits == 1 {
            shifted ^= modulus;
        }
        bit += 1;
    }
    sum as u8
}

/// Makes a field: its name, the number of bits of an element, and the polynomial that reduces products.
#[macro_export]
macro_rules! g2p {
    ($name:ident, $bits:literal, modulus: $modulus:literal) => {
        /// An element of a finite field.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        struct $name(u8);

        impl $crate::GaloisField for $name {
            const ZERO: $name = $name(0);
            const ONE: $name = $name(1);
            const GENERATOR: $name = $name(2);
        }

        impl $crate::ops::Add for $name {
            type Output = $name;

            #[allow(clippy::suspicious_arithmetic_impl, reason = "so it is in a field of bits")]
            fn add(self, other: $name) -> $name {
                $name(self.0 ^ other.0)
            }
        }

        impl $crate::ops::AddAssign for $name {
            fn add_assign(&mut self, other: $name) {
                *self = *self + other;
            }
        }

        impl $crate::ops::Mul for $name {
            type Output = $name;

            fn mul(self, other: $name) -> $name {
                $name($crate::product(self.0, other.0, $bits, $modulus))
            }
        }

        impl $crate::ops::MulAssign for $name {
            fn mul_assign(&mut self, other: $name) {
                *self = *self * other;
            }
        }

        impl $crate::ops::Div for $name {
            type Output = $name;

            #[allow(clippy::suspicious_arithmetic_impl, reason = "the inverse is a power")]
            fn div(self, other: $name) -> $name {
                self * $crate::GaloisField::pow(other, (1 << $bits) - 2)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::GaloisField;

    g2p!(Small, 4, modulus: 0b1_0011);
    g2p!(Large, 8, modulus: 0b1_0001_1101);

    fn is_a_field<F: GaloisField + core::fmt::Debug>(all: impl Iterator<Item = F> + Clone, size: usize) {
        for one in all.clone() {
            assert_eq!(one + one, F::ZERO);
            assert_eq!(one * F::ONE, one);
            for other in all.clone() {
                assert_eq!(one * other, other * one);
                assert_eq!(one * (other + F::GENERATOR), one * other + one * F::GENERATOR);
                if other != F::ZERO {
                    assert_eq!(one * other / other, one);
                }
            }
        }
        let back = (1..size).find(|times| F::GENERATOR.pow(*times) == F::ONE);
        assert_eq!(back, Some(size - 1), "its powers are all but nothing");
    }

    #[test]
    fn both_fields_of_a_code_are_fields() {
        is_a_field((0..16).map(Small), 16);
        is_a_field((0..=255).map(Large), 256);
    }

    #[test]
    fn products_are_those_of_the_standard() {
        assert_eq!(Large(0x53) * Large(0xca), Large(0x8f));
        assert_eq!(Large::GENERATOR.pow(8), Large(0x1d));
        assert_eq!(Small::GENERATOR.pow(4), Small(3));
    }
}
