//! A figure in words, for readers who cannot see the picture.

use super::Leg;
use crate::guide::raw::{Figure, Highlight, Position, PropKind, Stretch};

/// One sentence that says what the picture shows; `None` when there is no picture.
pub fn in_words(stretch: &Stretch, leg: Leg) -> Option<String> {
    let figure = stretch.figure.as_ref()?;
    let pose = match stretch.pose {
        Position::Lying => "lying",
        Position::Seated => "sitting",
        Position::Standing => "standing",
    };
    let which = match leg {
        Leg::Left => "the left",
        Leg::Right => "the right",
        Leg::Both => "each",
    };
    let muscle = match figure.highlight {
        Highlight::Calf => format!("the back of {which} lower leg"),
        Highlight::Hamstring => format!("the back of {which} thigh"),
        Highlight::Quadriceps => format!("the front of {which} thigh"),
        Highlight::Foot => format!("the sole of {which} foot"),
    };
    let support = support(figure);
    Some(format!(
        "Picture: a person {pose}{support}, with {muscle} marked."
    ))
}

/// What the person leans or lies on. Towels and steps are left out: figures use them for other lines too.
fn support(figure: &Figure) -> &'static str {
    let names = figure.props.iter().filter_map(|prop| match prop.kind {
        PropKind::Wall => Some(" at a wall"),
        PropKind::Chair => Some(" at a chair"),
        PropKind::Bed => Some(" on a bed"),
        PropKind::Towel | PropKind::Step | PropKind::Floor => None,
    });
    names.into_iter().next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::built_in::built_in;

    #[test]
    fn every_picture_has_words_that_name_the_leg_and_the_muscle() {
        let guide = built_in().unwrap();
        let of = |id: &str, leg| in_words(&guide.stretches[id], leg).unwrap();
        assert_eq!(
            of("calf-wall-straight", Leg::Left),
            "Picture: a person standing at a wall, with the back of the left lower leg marked."
        );
        assert_eq!(
            of("ham-longsit", Leg::Both),
            "Picture: a person sitting, with the back of each thigh marked."
        );
    }
}
