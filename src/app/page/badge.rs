//! How soon to get help, how well a page is supported and what a source is: as badges, dots and
//! colours.

use super::ColorRole;
use crate::guide::raw::{Care, Evidence, SourceKind};

/// A sign for how soon to get help, so that colour alone never says it. Self-care has none, because
/// it must not stand out.
pub(super) fn care_sign(care: Care) -> &'static str {
    match care {
        Care::SelfCare => "",
        Care::Routine => "[i] ",
        Care::Urgent => "[!] ",
        Care::Emergency => "[!!] ",
    }
}

/// How soon to get help, for a filled label: its sign in ASCII and its words.
pub(crate) fn care_badge(care: Care) -> (&'static str, &'static str) {
    match care {
        Care::SelfCare => ("+", "SELF-CARE"),
        Care::Routine => ("i", "SEE A DOCTOR"),
        Care::Urgent => ("!", "URGENT TODAY"),
        Care::Emergency => ("!!", "EMERGENCY"),
    }
}

/// How many of four dots a grade of evidence fills.
pub(super) fn evidence_dots(evidence: Evidence) -> usize {
    match evidence {
        Evidence::Good => 4,
        Evidence::Mixed => 2,
        Evidence::Weak | Evidence::Expert => 1,
    }
}

/// How well a page is supported, in a sentence.
pub(super) fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Good => "Good: trials or large studies agree.",
        Evidence::Mixed => "Mixed: studies or sources differ.",
        Evidence::Weak => "Weak: few or small studies, or hints.",
        Evidence::Expert => "Expert advice: from guidelines, not from trials.",
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
