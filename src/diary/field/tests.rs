//! Every field is typed, shown, stored and read back.

use super::*;
use crate::diary::stamp::Stamp;
use crate::guide::muscle::with_part;

fn cramp() -> Cramp {
    Cramp::at(Stamp::parse("2026-03-05T03:10:00+01:00").unwrap())
}

/// Something that can be typed into each kind.
fn sample(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Muscle(_) => "calf",
        FieldKind::Leg(_) => "left",
        FieldKind::Minutes(_) => "1:40",
        FieldKind::Scale(_) | FieldKind::Drinks(_) => "3",
        FieldKind::YesNo(_) => "no",
        FieldKind::Text(_) => "-5 degrees",
    }
}

#[test]
fn what_is_typed_into_a_field_is_typed_again_stored_and_read_back() {
    for field in Field::all() {
        let mut one = cramp();
        field.write(&mut one, sample(&field.kind)).unwrap();
        assert_eq!(field.typed(&one).as_deref(), Some(sample(&field.kind)));
        assert_eq!(one.details, Details::Given);
        let mut other = cramp();
        field.restore(&mut other, &field.stored(&one)).unwrap();
        assert_eq!(field.typed(&other), field.typed(&one), "{field:?}");
        let others = Field::all().filter(|known| known.name != field.name);
        assert!(others.clone().all(|known| known.typed(&one).is_none()));
        field.write(&mut one, " ").unwrap();
        assert_eq!(field.stored(&one), Value::Null);
        assert_eq!(field.shown(&one), None);
    }
}

#[test]
fn a_wrong_value_changes_nothing_and_says_what_is_accepted() {
    for (field, typed) in [
        ("pain", "11"),
        ("sleep", "-1"),
        ("sleep", "5.5"),
        ("pain", "ten"),
        ("minutes", "1:60"),
        ("minutes", "long"),
        ("leg", "middle"),
        ("muscle", "7"),
        ("alcohol", "256"),
        ("heat", "maybe"),
    ] {
        let mut cramp = cramp();
        let before = cramp.clone();
        assert!(Field::named(field).unwrap().write(&mut cramp, typed).is_err(), "{typed}");
        assert_eq!(cramp, before);
    }
}

#[test]
fn every_field_has_its_own_name_and_column() {
    for (nth, field) in Field::all().enumerate() {
        assert_eq!(Field::named(field.name), Some(field));
        let before = Field::all().take(nth);
        assert!(before.clone().all(|known| known.column != field.column));
    }
}

#[test]
fn a_number_means_the_muscle_beside_it_in_the_question_and_in_the_built_in_guide() {
    let muscle = Field::named("muscle").unwrap();
    let guide = crate::guide::built_in().unwrap();
    let muscles: Vec<_> = guide.rescue.as_ref().unwrap().moves.keys().cloned().collect();
    assert_eq!(muscles.len(), 4);
    for (number, name) in (1..).zip(muscles) {
        assert_eq!(muscle.read(&number.to_string()).unwrap(), *name);
        let question = muscle.asked.unwrap().question;
        assert!(question.contains(&format!("{number} {}", with_part(&name))), "{question}");
    }
}
