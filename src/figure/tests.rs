use super::*;
use crate::guide::built_in::built_in;

const DAY: FigurePalette = FigurePalette {
    ground: [18, 24, 29],
    near: [214, 220, 222],
    trunk: [150, 170, 190],
    far: [96, 104, 110],
    muscle: [255, 150, 70],
    prop: [70, 74, 78],
    cloth: [150, 140, 120],
};
