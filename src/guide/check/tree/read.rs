//! Reads the events of the parser into the tree, and notes everything that YAML allows but a guide may not use.

use std::collections::HashSet;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StrInput, options};

use super::{Data, Text, Value};
use crate::guide::check::report::{Location, Report};
use crate::guide::check::syntax;
use crate::guide::problem::Code;

/// The deepest that values may be nested; the deepest real value is at 8.
const MOST_DEEP: usize = 64;

/// The most values of a file; 100,000 pages have some 2.5 million.
const MOST_VALUES: usize = 4_000_000;

const NO_ALIAS: &str = "a guide uses no anchors, aliases, tags or merge keys of YAML";

/// Reads the tree, or notes why there is none.
pub(crate) fn read<'t>(text: &'t str, report: &mut Report) -> Option<Value<'t>> {
    let options = options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        // The other parser does the same, and the last line of a file often has no line feed.
        block_scalar_eof_without_line_feed: true,
        flow_nesting_limit: MOST_DEEP,
        block_nesting_limit: MOST_DEEP,
    };
    let events = Parser::new_from_str_with_options(text, options);
    let root = TreeReader { text, events, understood: 0, values: 0, report }.document();
    if root.is_none() && !report.has_errors() {
        report.add(Code::EmptyFile, Location::default(), "this file has only comments");
    }
    root
}

struct TreeReader<'t, 'r> {
    text: &'t str,
    events: Parser<'t, StrInput<'t>>,
    /// Where the last value that was read ends.
    understood: u32,
    values: usize,
    report: &'r mut Report,
}

impl<'t> TreeReader<'t, '_> {
    fn document(&mut self) -> Option<Value<'t>> {
        let mut root = None;
        loop {
            let (event, location) = self.next()?;
            match event {
                Event::DocumentStart(..) if root.is_some() => {
                    let message = "a second YAML document begins here";
                    self.report.add(Code::SeveralDocuments, location, message);
                    return root;
                }
                Event::StreamEnd => return root,
                event if event.is_node() => root = Some(self.value(event, location)?),
                _ => {}
            }
        }
    }

    /// The next event; none where the rest of the file cannot be read.
    fn next(&mut self) -> Option<(Event<'t>, Location)> {
        let (event, span) = match self.events.next()? {
            Ok(next) => next,
            Err(error) => {
                self.refuse_syntax(&error);
                return None;
            }
        };
        let location = location(&span);
        self.understood = location.end.max(self.understood);
        self.values += usize::from(event.is_node());
        if self.values > MOST_VALUES {
            let message = format!("this file has more than {MOST_VALUES} values");
            self.report.add(Code::TooLarge, location, message);
            return None;
        }
        if event.tag().is_some() {
            self.report.add(Code::Alias, location, NO_ALIAS);
        }
        if let Event::Anchor(..) = event {
            self.report.add(Code::Alias, location, NO_ALIAS);
            return self.next();
        }
        Some((event, location))
    }

    fn refuse_syntax(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(self.text.len());
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            let message = format!("values are nested more than {MOST_DEEP} deep");
            self.report.add(Code::TooDeep, Location::new(at, at + 1), message);
        } else if !self.report.has(Code::ControlCharacter) && !self.report.has(Code::LineBreak) {
            // The parser usually stops because of a bad character that is already reported.
            let understood = self.understood as usize;
            self.report.note(syntax::explain(error, self.text, at, understood));
        }
    }

    /// The value that begins with this event. The limits of the parser bound the recursion.
    fn value(&mut self, event: Event<'t>, mut location: Location) -> Option<Value<'t>> {
        let data = match event {
            Event::Scalar(value, style, ..) => {
                Data::Scalar(Text { value, location, plain: style == ScalarStyle::Plain })
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                let (mut event, mut at) = self.next()?;
                while !is_end(&event, at, &mut location) {
                    items.push(self.value(event, at)?);
                    (event, at) = self.next()?;
                }
                items.shrink_to_fit();
                Data::List(items)
            }
            Event::MappingStart(..) => {
                let mut entries = Vec::new();
                let mut names = HashSet::new();
                let (mut event, mut at) = self.next()?;
                while !is_end(&event, at, &mut location) {
                    let key = self.value(event, at)?;
                    (event, at) = self.next()?;
                    let value = self.value(event, at)?;
                    if let Some(key) = self.key(key) {
                        if names.insert(key.value.clone()) {
                            entries.push((key, value));
                        } else {
                            let message = format!("duplicate key `{}`", key.value);
                            self.report.add(Code::DuplicateKey, key.location, message);
                        }
                    }
                    (event, at) = self.next()?;
                }
                entries.shrink_to_fit();
                Data::Map(entries)
            }
            _ => {
                self.report.add(Code::Alias, location, NO_ALIAS);
                Data::Refused
            }
        };
        Some(Value { location, data })
    }

    /// The value as a key; notes a value that cannot be one.
    fn key(&mut self, value: Value<'t>) -> Option<Text<'t>> {
        match value.data {
            Data::Scalar(text) if text.value == "<<" && text.plain => {
                self.report.add(Code::Alias, text.location, NO_ALIAS);
                None
            }
            Data::Scalar(text) => Some(text),
            _ => {
                let message = "a key must be a word, not a list or mapping";
                let help = "text that begins with `{` or `[` needs quotes";
                self.report.add_help(Code::WrongType, value.location, message, help);
                None
            }
        }
    }
}

/// Whether this ends a list or mapping, up to which its location then reaches.
fn is_end(event: &Event<'_>, at: Location, whole: &mut Location) -> bool {
    let is_end = matches!(event, Event::SequenceEnd | Event::MappingEnd);
    if is_end {
        whole.end = at.end.max(whole.start);
    }
    is_end
}

fn location(span: &Span) -> Location {
    let at = |mark: granit_parser::Marker| mark.byte_offset().unwrap_or_default();
    Location::new(at(span.start), at(span.end))
}
