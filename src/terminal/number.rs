//! Decimal numbers in control sequences: a frame has hundreds, and formatting them is dear.

/// Adds a number to the frame.
pub(super) fn put(frame: &mut Vec<u8>, number: u16) {
    let mut digits = [0; 5];
    let mut start = digits.len();
    let mut rest = number;
    // The last digit comes first.
    for (at, digit) in digits.iter_mut().enumerate().rev() {
        *digit = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        start = at;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    frame.extend(&digits[start..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_without_leading_zeros() {
        for number in [0, 7, 10, 99, 100, 176, 6553, u16::MAX] {
            let mut frame = Vec::new();
            put(&mut frame, number);
            assert_eq!(String::from_utf8(frame).unwrap(), number.to_string());
        }
    }
}
