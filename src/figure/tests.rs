use super::shape::Tone;
use super::*;
use crate::guide::built_in::built_in;
use crate::guide::muscle::numbered;
use crate::guide::raw::Pose;

const DAY: FigurePalette = FigurePalette {
    ground: [18, 24, 29],
    tones: [
        [214, 220, 222],
        [120, 152, 184],
        [104, 114, 122],
        [255, 140, 60],
        [70, 78, 84],
        [190, 170, 130],
    ],
};

const LEGS: [Option<Leg>; 4] = [None, Some(Leg::Left), Some(Leg::Right), Some(Leg::Both)];

/// Every figure of the guide, of stretches and of rescue, at both ends of its move and for each leg.
fn each(mut seen: impl FnMut(&str, Posture<'_>)) {
    let guide = built_in().unwrap();
    let stretches = guide.stretches.iter();
    let stretches = stretches.map(|(id, stretch)| (id.clone(), stretch.figure.as_ref().unwrap()));
    let rescue = guide.rescue.as_ref().unwrap();
    let moves = (1..=4).filter_map(numbered).flat_map(|muscle| {
        let poses = [Pose::Lying, Pose::Seated, Pose::Standing].into_iter();
        poses.filter_map(move |pose| {
            Some((format!("{muscle} {pose:?}"), rescue.figure(muscle, pose)?))
        })
    });
    for (id, figure) in stretches.chain(moves) {
        for leg in LEGS {
            for held in [0.0, 1.0].map(Some) {
                seen(&id, Posture { figure, leg, held });
            }
        }
    }
}

/// Pixels of the muscle's own colour: something between it and that of a limb is not enough.
fn lit(pixels: &[Vec<Rgb>]) -> usize {
    let is_lit = |[red, green, blue]: &&Rgb| {
        i16::from(*red) - i16::from(*blue) > 135 && i16::from(*red) - i16::from(*green) > 70
    };
    pixels.iter().flatten().filter(is_lit).count()
}

#[test]
fn the_muscle_of_every_figure_is_lit_at_every_size_for_either_leg() {
    for (width, height, least) in [(24, 24, 4), (40, 44, 6), (64, 52, 12)] {
        each(|id, posture| {
            let found = lit(&posture.pixels(PictureSize { width, height }, &DAY));
            assert!(found >= least, "{id} {width}x{height} {posture:?}: {found}");
        });
    }
}

#[test]
fn no_muscle_is_lit_while_nothing_is_stretched() {
    each(|id, posture| {
        let posture = Posture { held: None, ..posture };
        let size = PictureSize { width: 40, height: 22 };
        assert_eq!(lit(&posture.pixels(size, &DAY)), 0, "{id}");
        for ascii in [false, true] {
            let mut cells = posture.characters(size, ascii).into_iter().flatten().flatten();
            assert_eq!(cells.find(|cell| cell.1 == Tone::Muscle), None, "{id} {ascii}");
        }
    });
}

#[test]
fn the_other_leg_turns_the_figure_round() {
    each(|id, posture| {
        let seen = |leg| Posture { leg: Some(leg), ..posture };
        let size = PictureSize { width: 40, height: 44 };
        let [left, mut right] = [Leg::Left, Leg::Right].map(|leg| seen(leg).pixels(size, &DAY));
        for row in &mut right {
            row.reverse();
        }
        assert!(left == right, "{id}");
    });
}

#[test]
fn a_figure_stands_on_the_ground_it_is_given() {
    each(|id, posture| {
        let rows = posture.pixels(PictureSize { width: 64, height: 52 }, &DAY);
        let bare = rows.iter().flatten().filter(|colour| **colour == DAY.ground);
        assert!(bare.count() > 64 * 52 / 4, "{id}");
        // No pixel is darker than the ground: an edge that blends has no black rim.
        let dark = rows.iter().flatten().find(|colour| colour[1] < DAY.ground[1]);
        assert_eq!(dark, None, "{id}");
    });
}

#[test]
fn a_silhouette_tells_the_muscle_from_the_body_without_colour() {
    each(|id, posture| {
        for ascii in [false, true] {
            let rows = posture.characters(PictureSize { width: 40, height: 22 }, ascii);
            let cells: Vec<_> = rows.into_iter().flatten().flatten().collect();
            let has = |tone| cells.iter().any(|cell| cell.1 == tone);
            assert!(has(Tone::Muscle) && has(Tone::Near), "{id} {ascii}");
            let plain = cells.iter().all(|cell| cell.0.is_ascii());
            assert!(!ascii || plain, "{id}");
        }
    });
}

#[test]
fn joints_at_the_same_place_or_far_away_do_no_harm() {
    let guide = built_in().unwrap();
    let mut figure = guide.stretches["quad-stand"].figure.clone().unwrap();
    for value in [f32::NAN, f32::INFINITY, -1e30, 0.0] {
        figure.start.hip = [value; 2];
        figure.hold.knee_near = figure.hold.hip;
        figure.props[0].at = vec![[value; 2]; 2];
        for (width, height) in [(0, 0), (1, 1), (9, 2), (200, 3)] {
            let posture = Posture { figure: &figure, leg: None, held: Some(0.5) };
            assert_eq!(posture.pixels(PictureSize { width, height }, &DAY).len(), height);
            assert_eq!(posture.characters(PictureSize { width, height }, true).len(), height);
        }
    }
}
