//! Numbers cross as `u32`. What is too great for the core's own type becomes the greatest of that, which the core then refuses.

pub(crate) fn narrow<T: TryFrom<u32> + Greatest>(number: u32) -> T {
    T::try_from(number).unwrap_or(T::GREATEST)
}

/// The greatest value of a type.
pub(crate) trait Greatest {
    const GREATEST: Self;
}

impl Greatest for u8 {
    const GREATEST: Self = Self::MAX;
}

impl Greatest for u16 {
    const GREATEST: Self = Self::MAX;
}

impl Greatest for i16 {
    const GREATEST: Self = Self::MAX;
}

/// A number that is not below zero, such as a year.
pub(crate) fn wide(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_great_is_the_greatest() {
        assert_eq!((narrow::<u8>(255), narrow::<u8>(256), narrow::<u8>(u32::MAX)), (255, 255, 255));
        assert_eq!((narrow::<u16>(70_000), narrow::<i16>(40_000)), (u16::MAX, i16::MAX));
        assert_eq!((wide(31_i16), wide(-1_i16)), (31, 0));
    }
}
