//! One number, or eight side by side: what the forward pass is written in.
//!
//! In eight lanes, eight texts are read at once, each in a lane of its own. Nothing crosses lanes, every operation is one
//! of IEEE 754 that is exact to the bit, and none is fused with another: so a text's numbers are the same to the bit
//! alone or in any company, natively or as WebAssembly, on whatever processor.

use std::ops::{Add, Div, Mul, Neg, Sub};

use wide::{f32x8, i32x8};

use crate::product::Matrix;

/// One `f32` of each of [`N`](Lane::N) texts.
pub(crate) trait Lane:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// How many texts.
    const N: usize;

    /// The same number for every text.
    fn splat(number: f32) -> Self;

    /// The number of each text.
    fn from_fn(number: impl FnMut(usize) -> f32) -> Self;

    /// The number of one text.
    fn lane(&self, text: usize) -> f32;

    /// Changes the number of one text.
    fn set_lane(&mut self, text: usize, number: f32);

    /// The larger number of each text.
    fn larger(self, other: Self) -> Self;

    /// The square root.
    fn root(self) -> Self;

    /// Changes each of many numbers by itself, eight at a time.
    fn change_each(numbers: &mut [Self], change: impl Fn(f32x8) -> f32x8);

    /// Rows times a matrix, `rows` of the matrix's height, `out` of its width. The products of each number are added up
    /// from the first row of the matrix to the last.
    fn product(rows: &[Self], matrix: &Matrix, out: &mut [Self]);
}

impl Lane for f32 {
    const N: usize = 1;

    fn splat(number: f32) -> f32 {
        number
    }

    fn from_fn(mut number: impl FnMut(usize) -> f32) -> f32 {
        number(0)
    }

    fn lane(&self, _: usize) -> f32 {
        *self
    }

    fn set_lane(&mut self, _: usize, number: f32) {
        *self = number;
    }

    fn larger(self, other: f32) -> f32 {
        if self < other { other } else { self }
    }

    fn root(self) -> f32 {
        self.sqrt()
    }

    fn change_each(numbers: &mut [f32], change: impl Fn(f32x8) -> f32x8) {
        let (eights, rest) = numbers.as_chunks_mut::<8>();
        for eight in eights {
            *eight = change(f32x8::new(*eight)).to_array();
        }
        let mut eight = [0.0; 8];
        eight[..rest.len()].copy_from_slice(rest);
        rest.copy_from_slice(&change(f32x8::new(eight)).to_array()[..rest.len()]);
    }

    fn product(rows: &[f32], matrix: &Matrix, out: &mut [f32]) {
        matrix.times_single_rows(rows, out);
    }
}

impl Lane for f32x8 {
    const N: usize = 8;

    fn splat(number: f32) -> f32x8 {
        f32x8::splat(number)
    }

    fn from_fn(number: impl FnMut(usize) -> f32) -> f32x8 {
        f32x8::new(std::array::from_fn(number))
    }

    fn lane(&self, text: usize) -> f32 {
        self.as_array()[text]
    }

    fn set_lane(&mut self, text: usize, number: f32) {
        self.as_mut_array()[text] = number;
    }

    fn larger(self, other: f32x8) -> f32x8 {
        self.fast_max(other)
    }

    fn root(self) -> f32x8 {
        self.sqrt()
    }

    fn change_each(numbers: &mut [f32x8], change: impl Fn(f32x8) -> f32x8) {
        for number in numbers {
            *number = change(*number);
        }
    }

    fn product(rows: &[f32x8], matrix: &Matrix, out: &mut [f32x8]) {
        matrix.times_rows_of_eight(rows, out);
    }
}

/// e^x, within two units in the last place from -87 to 88, and as at these bounds beyond them.
///
/// x = n ln 2 + r, with n whole; e^r by a polynomial, 2^n by the exponent's bits. Constants: expf of Moshier's Cephes
/// library. wide's own `exp` fuses multiplications and additions where a processor can, and then its bits differ.
pub(crate) struct Exp {
    constants: [f32; 12],
}

impl Exp {
    /// Browsers make a vector of a constant anew each time that one is used, in four instructions; numbers that the compiler
    /// does not know are loaded in one.
    pub(crate) fn new() -> Exp {
        Exp {
            constants: std::hint::black_box([
                -87.0,
                88.0,
                std::f32::consts::LOG2_E,
                // Adding it leaves no room for a fraction: 1.5 * 2^23.
                12_582_912.0,
                // ln 2 in two parts, the first of few digits.
                0.693_359_4,
                -2.121_944_4e-4,
                // The polynomial.
                1.987_569_1e-4,
                1.398_2e-3,
                8.333_452e-3,
                4.166_579_6e-2,
                1.666_666_5e-1,
                5e-1,
            ]),
        }
    }

    #[inline]
    pub(crate) fn of(&self, x: f32x8) -> f32x8 {
        let [
            least,
            most,
            log2_e,
            round,
            ln_2_high,
            ln_2_low,
            polynomial @ ..,
        ] = self.constants.map(f32x8::splat);
        let x = x.fast_max(least).fast_min(most);
        let shifted = x * log2_e + round;
        let n = shifted - round;
        let r = x - n * ln_2_high - n * ln_2_low;
        let [first, rest @ ..] = polynomial;
        let polynomial = rest.into_iter().fold(first, |sum, next| sum * r + next);
        let exp_r = polynomial * (r * r) + r + f32x8::splat(1.0);
        // The low bits of `shifted` are n.
        let bits: i32x8 = bytemuck::cast(shifted);
        let power: f32x8 = bytemuck::cast((bits << 23) + i32x8::splat(127 << 23));
        exp_r * power
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_close_to_that_of_double_precision() {
        let exp = Exp::new();
        let mut worst = 0.0_f64;
        for step in 0..2_000_000 {
            let x = -87.0 + step as f32 * (175.0 / 2_000_000.0);
            let found = f64::from(exp.of(f32x8::splat(x)).lane(3));
            worst = worst.max((found / f64::from(x).exp() - 1.0).abs());
        }
        assert!(worst < 2.0 * f64::from(f32::EPSILON), "{worst:e}");
        assert_eq!(exp.of(f32x8::splat(0.0)).lane(0), 1.0);
        assert_eq!(
            exp.of(f32x8::splat(f32::NEG_INFINITY)).lane(0),
            exp.of(f32x8::splat(-87.0)).lane(0)
        );
    }

    /// One number after another, or eight at a time.
    #[test]
    fn the_numbers_at_the_end_are_changed_too() {
        let numbers: Vec<f32> = (0..13).map(|number| number as f32 / 3.0).collect();
        let mut changed = numbers.clone();
        let exp = Exp::new();
        f32::change_each(&mut changed, |x| exp.of(x));
        for (number, changed) in numbers.iter().zip(changed) {
            assert_eq!(exp.of(f32x8::splat(*number)).lane(0), changed);
        }
    }
}
