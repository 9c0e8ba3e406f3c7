//! From the events of the parser to the tree, with everything that YAML can do and a guide may not.

use std::collections::HashSet;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StrInput, options};

use super::{Data, Text, Value};
use crate::guide::check::report::{Place, Report};
use crate::guide::check::syntax;
use crate::guide::problem::Code;

/// Values nested deeper than this are no guide; the deepest real value is at 8.
const MOST_DEEP: usize = 64;

/// More values than this are no guide: 100,000 pages have some 2.5 million.
const MOST_VALUES: usize = 4_000_000;

/// Reads the tree, or notes why there is none.
pub(crate) fn read<'t>(text: &'t str, report: &mut Report) -> Option<Value<'t>> {
    let mut reader = TreeReader { open: Vec::new(), root: None, report };
    let options = options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        // The other parser reads it so, and the last line of a file is the usual case.
        block_scalar_eof_without_line_feed: true,
        flow_nesting_limit: MOST_DEEP,
        block_nesting_limit: MOST_DEEP,
    };
    let parser: Parser<'t, StrInput<'t>> = Parser::new_from_str_with_options(text, options);
    let mut documents = 0;
    let mut understood = 0;
    let mut values = 0;
    for event in parser {
        if let Ok((_, span)) = &event {
            understood = place(span).end.max(understood);
        }
        match event {
            Err(error) => {
                refuse_syntax(&error, text, understood as usize, reader.report);
                return None;
            }
            Ok((Event::DocumentStart(..), span)) => {
                documents += 1;
                if documents > 1 {
                    let message = "a second YAML document begins here";
                    reader.report.add(Code::SeveralDocuments, place(&span), message);
                    break;
                }
            }
            Ok((event, span)) => {
                values += usize::from(event.is_node());
                if values > MOST_VALUES {
                    let message = format!("this file has more than {MOST_VALUES} values");
                    reader.report.add(Code::TooLarge, place(&span), message);
                    return None;
                }
                reader.read(event, &span);
            }
        }
    }
    let root = reader.root;
    if root.is_none() && !report.has_errors() {
        report.add(Code::EmptyFile, Place::default(), "this file has only comments");
    }
    root
}

/// `understood` is the end of the last value that was read before the error.
fn refuse_syntax(error: &ScanError, text: &str, understood: usize, report: &mut Report) {
    let at = error.marker().byte_offset().unwrap_or(text.len());
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        let message = format!("values are nested more than {MOST_DEEP} deep");
        report.add(Code::TooDeep, Place::new(at, at + 1), message);
        return;
    }
    // A bad character already reported is usually what the parser stumbled over.
    if report.has(Code::ControlCharacter) || report.has(Code::LineBreak) {
        return;
    }
    let mistake = syntax::explain(error, text, at, understood);
    report.add_help(Code::Syntax, mistake.place, mistake.message, mistake.help);
}

/// A collection whose end has not come yet.
struct Open<'t> {
    place: Place,
    kind: OpenKind<'t>,
}

enum OpenKind<'t> {
    List(Vec<Value<'t>>),
    Map { entries: Vec<(Text<'t>, Value<'t>)>, key: Option<Key<'t>> },
}

enum Key<'t> {
    Named(Text<'t>),
    /// Already reported; its value is read and dropped.
    Refused,
}

struct TreeReader<'t, 'r> {
    open: Vec<Open<'t>>,
    root: Option<Value<'t>>,
    report: &'r mut Report,
}

impl<'t> TreeReader<'t, '_> {
    fn read(&mut self, event: Event<'t>, span: &Span) {
        self.refuse_extras(&event, span);
        let place = place(span);
        match event {
            Event::Scalar(value, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                let text = Text { value, place, plain };
                self.put(Value { place, data: Data::Scalar(text) });
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let message = "a guide uses no aliases";
                let help =
                    "write the value out where it is needed; text with `*` in front needs quotes";
                self.report.add_help(Code::Alias, place, message, help);
                self.put(Value { place, data: Data::Refused });
            }
            Event::SequenceStart(..) => {
                self.open.push(Open { place, kind: OpenKind::List(Vec::new()) });
            }
            Event::MappingStart(..) => self
                .open
                .push(Open { place, kind: OpenKind::Map { entries: Vec::new(), key: None } }),
            Event::SequenceEnd | Event::MappingEnd => self.close(place.end),
            _ => {}
        }
    }

    fn refuse_extras(&mut self, event: &Event<'t>, span: &Span) {
        if event.tag().is_some() {
            let at = span.tag_start().map_or(place(span), |mark| {
                let at = mark.byte_offset().unwrap_or_default();
                Place::new(at, at + 1)
            });
            let help = "delete the word that begins with `!`";
            self.report.add_help(Code::Alias, at, "a guide uses no YAML tags", help);
        }
        if let Event::Anchor(..) = event {
            let help = "delete the word that begins with `&`";
            self.report.add_help(Code::Alias, place(span), "a guide uses no anchors", help);
        }
    }

    fn close(&mut self, end: u32) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let data = match open.kind {
            OpenKind::List(mut items) => {
                items.shrink_to_fit();
                Data::List(items)
            }
            OpenKind::Map { mut entries, .. } => {
                self.refuse_duplicates(&mut entries);
                entries.shrink_to_fit();
                Data::Map(entries)
            }
        };
        self.put(Value {
            place: Place { start: open.place.start, end: end.max(open.place.start) },
            data,
        });
    }

    fn put(&mut self, value: Value<'t>) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(value);
            return;
        };
        match &mut open.kind {
            OpenKind::List(items) => items.push(value),
            OpenKind::Map { entries, key } => match key.take() {
                Some(Key::Named(name)) => entries.push((name, value)),
                Some(Key::Refused) => {}
                None => *key = Some(self.report.key(value)),
            },
        }
    }

    fn refuse_duplicates(&mut self, entries: &mut Vec<(Text<'t>, Value<'t>)>) {
        let mut again = Vec::new();
        if entries.len() <= 16 {
            for (index, (key, _)) in entries.iter().enumerate() {
                if entries[..index].iter().any(|(other, _)| other.value == key.value) {
                    again.push(index);
                }
            }
        } else {
            let mut seen = HashSet::with_capacity(entries.len());
            let indexed = entries.iter().enumerate();
            again.extend(
                indexed.filter_map(|(i, (key, _))| (!seen.insert(&*key.value)).then_some(i)),
            );
        }
        if again.is_empty() {
            return;
        }
        for index in &again {
            let key = &entries[*index].0;
            let message = format!("duplicate key `{}`", key.value);
            self.report.add(Code::DuplicateKey, key.place, message);
        }
        let mut index = 0;
        let mut again = again.into_iter().peekable();
        entries.retain(|_| {
            index += 1;
            again.next_if_eq(&(index - 1)).is_none()
        });
    }
}

impl Report {
    fn key<'t>(&mut self, value: Value<'t>) -> Key<'t> {
        match value.data {
            Data::Scalar(text) if text.value == "<<" && text.plain => {
                let help = "write the keys out where they are needed";
                self.add_help(Code::Alias, text.place, "a guide uses no merge keys", help);
                Key::Refused
            }
            Data::Scalar(text) => Key::Named(text),
            _ => {
                self.add_help(
                    Code::WrongType,
                    value.place,
                    "a key must be a word, not a list or mapping",
                    "text that begins with `{` or `[` needs quotes",
                );
                Key::Refused
            }
        }
    }
}

fn place(span: &Span) -> Place {
    let at = |mark: granit_parser::Marker| mark.byte_offset().unwrap_or_default();
    Place::new(at(span.start), at(span.end))
}
