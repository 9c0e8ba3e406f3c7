//! How soon to get help, how well a page is supported and what a source is: as badges, dots and
//! colours.

use super::ColorRole;
use crate::guide::raw::{Care, Evidence, SourceKind};

/// How soon to get help, for a filled label: its sign in ASCII and its words.
pub(crate) fn care_badge(care: Care) -> (&'static str, &'static str) {
    match care {
        Care::SelfCare => ("+", "SELF-CARE"),
        Care::Routine => ("i", "SEE A DOCTOR"),
        Care::Urgent => ("!", "URGENT TODAY"),
        Care::Emergency => ("!!", "EMERGENCY"),
    }
}

/// How many of four dots a grade of evidence fills, and what it means in a sentence.
pub(super) fn evidence(evidence: Evidence) -> (usize, &'static str) {
    match evidence {
        Evidence::Good => (4, "Good: trials or large studies agree."),
        Evidence::Mixed => (2, "Mixed: studies or sources differ."),
        Evidence::Weak => (1, "Weak: few or small studies, or hints."),
        Evidence::Expert => (1, "Expert advice: from guidelines, not from trials."),
    }
}

/// The colour for what a source is.
pub(super) fn source_kind(kind: SourceKind) -> ColorRole {
    match kind {
        SourceKind::Guideline => ColorRole::Care(Care::Routine),
        SourceKind::Review => ColorRole::Care(Care::SelfCare),
        SourceKind::Trial => ColorRole::Active,
        SourceKind::Study => ColorRole::Key,
        SourceKind::Service | SourceKind::Manual => ColorRole::Quiet,
    }
}
