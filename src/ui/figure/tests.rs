use super::*;
use crate::guide::built_in::built_in;

fn style() -> FigureStyle {
    FigureStyle {
        body: Style::new().fg(Color::Indexed(1)),
        quiet: Style::new().fg(Color::Indexed(2)),
        muscle: Style::new().fg(Color::Indexed(3)),
    }
}

fn drawn(figure: &Figure, leg: Leg, held: f32, ascii: bool, width: u16, height: u16) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let picture = Picture {
        figure,
        leg,
        held,
        ascii,
    };
    picture.draw(area, &mut buf, style());
    buf
}

fn figures() -> Vec<(String, Figure)> {
    let guide = built_in().unwrap();
    let stretches = guide.stretches.into_iter();
    stretches
        .filter_map(|(id, stretch)| Some((id.to_string(), stretch.figure?)))
        .collect()
}

fn cells_with(buf: &Buffer, color: u8) -> usize {
    let cells = buf.content.iter();
    cells
        .filter(|cell| cell.fg == Color::Indexed(color))
        .count()
}

#[test]
fn every_figure_shows_person_and_muscle_for_either_leg() {
    for (id, figure) in figures() {
        for leg in [Leg::Left, Leg::Right, Leg::Both] {
            for ascii in [false, true] {
                let buf = drawn(&figure, leg, 1.0, ascii, 40, 14);
                assert!(cells_with(&buf, 1) > 10, "{id} {leg:?}: no person");
                assert!(cells_with(&buf, 3) > 1, "{id} {leg:?}: no muscle");
                assert_eq!(
                    ascii,
                    buf.content.iter().all(|cell| cell.symbol().is_ascii())
                );
            }
        }
    }
}

#[test]
fn the_legs_look_different_and_the_pose_moves() {
    for (id, figure) in figures() {
        let right = drawn(&figure, Leg::Right, 1.0, false, 40, 14);
        assert_ne!(right, drawn(&figure, Leg::Left, 1.0, false, 40, 14), "{id}");
        assert_ne!(
            right,
            drawn(&figure, Leg::Right, 0.0, false, 40, 14),
            "{id}"
        );
    }
}

#[test]
fn proportions_are_kept_in_any_window() {
    let (_, figure) = figures().remove(0);
    let filled = |width, height| {
        let buf = drawn(&figure, Leg::Left, 1.0, false, width, height);
        let columns: Vec<u16> = (0..width)
            .filter(|x| (0..height).any(|y| buf[(*x, y)].symbol() != " "))
            .collect();
        columns.last().unwrap_or(&0) - columns.first().unwrap_or(&0) + 1
    };
    assert_eq!(filled(40, 14), filled(120, 14));
}

#[test]
fn a_tall_window_does_not_stretch_the_figure() {
    let (_, figure) = figures().remove(0);
    let rows = |height| {
        let buf = drawn(&figure, Leg::Left, 1.0, false, 20, height);
        (0..height)
            .filter(|y| (0..20).any(|x| buf[(x, *y)].symbol() != " "))
            .count()
    };
    assert!(rows(60).abs_diff(rows(30)) <= 1);
}

#[test]
fn no_area_is_too_small_and_odd_points_do_no_harm() {
    let (_, mut figure) = figures().remove(2);
    for width in 0..12 {
        for height in 0..8 {
            drawn(&figure, Leg::Left, 0.5, width % 2 == 0, width, height);
        }
    }
    figure.hold.head = [f32::NAN, f32::INFINITY];
    figure.start.hip = [f32::MAX, f32::MIN];
    for prop in &mut figure.props {
        prop.at.truncate(1);
    }
    drawn(&figure, Leg::Right, f32::NAN, false, 40, 14);
    figure.props.clear();
    drawn(&figure, Leg::Right, 9.0, true, 40, 14);
}

#[test]
fn the_light_of_a_figure_is_counted_as_it_is_drawn() {
    for (id, figure) in figures() {
        for ((width, height), ascii) in [((52, 18), false), ((28, 10), true), ((3, 2), false)] {
            for held in [0.0, 0.5, 1.0] {
                let buf = drawn(&figure, Leg::Left, held, ascii, width, height);
                let picture = Picture {
                    figure: &figure,
                    leg: Leg::Left,
                    held,
                    ascii,
                };
                let drawn = crate::ui::text::lit(buf.area, &buf);
                assert_eq!(picture.lit(width, height), drawn, "{id} {width}x{height}");
            }
        }
    }
}
