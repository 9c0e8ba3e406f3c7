//! The shipped guide is short, easy to read, and found by everyday words.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use uncramp::guide::markup;
use uncramp::guide::raw::Kind;
use uncramp::guide::search::{Index, SearchTarget};
use uncramp::guide::{self, Guide, Node};

/// What people type, and the pages of which one must come first.
const SEARCHES: [(&str, &[&str]); 97] = [
    ("my leg is blue", &["cold-leg"]),
    ("heart attack", &["clot-in-lung"]),
    ("jogging", &["warm-up"]),
    ("arm cramp", &["cramps-elsewhere"]),
    ("charley horse", &["what-is-a-cramp"]),
    ("muscle spasm", &["what-is-a-cramp"]),
    ("muscle relaxer", &["muscle-relaxants"]),
    ("electrolyte", &["faq-drink", "relief-drink"]),
    ("gatorade", &["faq-drink"]),
    ("sports drink", &["faq-drink"]),
    ("water", &["relief-drink", "faq-drink"]),
    ("dehydration", &["relief-drink", "cause-fluids"]),
    ("coconut water", &["food", "faq-drink"]),
    ("kids", &["children"]),
    ("growing pains", &["children"]),
    ("toddler", &["children"]),
    ("foam", &["relief-warmth"]),
    ("foam roller", &["relief-warmth"]),
    ("massage", &["relief-warmth"]),
    ("heating pad", &["relief-warmth"]),
    ("heat or ice", &["relief-warmth"]),
    ("warm bath", &["relief-warmth"]),
    ("socks", &["relief-shoes", "faq-shoes"]),
    ("compression socks", &["relief-shoes", "faq-shoes"]),
    ("shoes", &["relief-shoes", "cause-footwear"]),
    ("flat feet", &["cause-footwear", "relief-shoes"]),
    ("bar of soap", &["faq-shoes"]),
    ("why do i get cramps at night", &["faq-night"]),
    ("leg cramps at night", &["faq-night", "cause-night-cramp"]),
    ("banana", &["food"]),
    ("potassium", &["food"]),
    ("vitamin b12", &["food"]),
    ("vitamin k2", &["vitamin-k"]),
    ("pickle juice", &["pickle-juice"]),
    ("mustard", &["pickle-juice"]),
    ("magnesium", &["magnesium"]),
    ("epsom salt", &["magnesium"]),
    ("quinine", &["quinine"]),
    ("tonic water", &["quinine"]),
    ("statin", &["faq-statin"]),
    ("cholesterol pills", &["faq-statin"]),
    ("water pills", &["medicine-list"]),
    ("diuretic", &["medicine-list"]),
    ("inhaler", &["medicine-list", "cause-medicines"]),
    ("painkiller", &["pain-tablets"]),
    ("tylenol", &["pain-tablets"]),
    ("ibuprofen", &["pain-tablets"]),
    ("pregnant", &["relief-pregnancy", "cause-pregnancy"]),
    ("pregnancy", &["relief-pregnancy", "cause-pregnancy"]),
    ("restless legs", &["restless-legs"]),
    ("blood clot", &["swollen-leg"]),
    ("dvt", &["swollen-leg"]),
    ("swollen leg", &["swollen-leg"]),
    ("dark urine", &["dark-urine"]),
    ("stroke", &["stroke"]),
    ("varicose veins", &["not-a-cramp"]),
    ("diabetes", &["cause-diabetes"]),
    ("thyroid", &["cause-metabolic"]),
    ("kidney", &["cause-kidney"]),
    ("dialysis", &["cause-kidney"]),
    ("liver", &["cause-liver"]),
    ("alcohol", &["cause-alcohol", "relief-alcohol"]),
    ("beer", &["cause-alcohol", "relief-alcohol"]),
    ("sciatica", &["cause-spine"]),
    ("spinal stenosis", &["cause-spine"]),
    ("poor circulation", &["cause-artery"]),
    ("twitching", &["cause-twitches"]),
    ("toes", &["relief-foot"]),
    ("foot cramp", &["relief-foot"]),
    ("thigh", &["relief-thigh", "relief-hamstring"]),
    ("hamstring", &["relief-hamstring"]),
    ("calf cramp", &["relief-calf"]),
    ("how do i stop a cramp", &["faq-stop"]),
    ("how long does a cramp last", &["how-long"]),
    ("when to see a doctor", &["when-to-worry"]),
    ("blood test", &["doctor-tests"]),
    ("prevention", &["prevention"]),
    ("pillow", &["relief-bedding"]),
    ("blanket", &["relief-bedding"]),
    ("desk job", &["relief-move-more", "cause-long-positions"]),
    ("elderly", &["who-is-at-risk", "relief-seated"]),
    ("wheelchair", &["relief-seated"]),
    ("summer", &["season"]),
    ("diary", &["diary"]),
    ("headache", &["head-and-jaw"]),
    ("giant cell", &["head-and-jaw"]),
    ("cramp in ribs", &["cramps-elsewhere"]),
    ("cast too tight", &["tight-after-injury"]),
    ("leg pain after flight", &["swollen-leg"]),
    ("chemo", &["swollen-leg"]),
    ("the pill", &["swollen-leg"]),
    ("lump", &["swollen-leg"]),
    ("blood thinner", &["pain-tablets"]),
    ("heart failure", &["cause-swelling"]),
    ("overdose", &["quinine-overdose"]),
    ("swallowed pills", &["quinine-overdose"]),
    ("teenager", &["children", "child-visit"]),
];

#[test]
fn everyday_words_find_the_right_page_first() {
    let guide = guide::built_in().unwrap();
    let index = Index::new(&guide);
    let wrong: Vec<String> = SEARCHES
        .iter()
        .filter_map(|(query, wanted)| {
            let found = match index.search(query, 1).into_iter().next().map(|hit| hit.target) {
                Some(SearchTarget::Node(id)) => guide.name(id).to_owned(),
                other => format!("{other:?}"),
            };
            (!wanted.contains(&found.as_str())).then(|| format!("{query}: {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What one page says, a sentence or list item each.
fn sentences(node: &Node) -> Vec<String> {
    let told = markup::parse(&node.text);
    let told = told.iter().map(|block| {
        let words: Vec<&str> = block.spans.iter().map(|span| span.text.as_str()).collect();
        words.concat()
    });
    let steps = node.steps.iter().cloned();
    let text: Vec<String> = told.chain(steps).collect();
    let ends = |c: char| matches!(c, '.' | '?' | '!');
    text.iter()
        .flat_map(|block| block.split_inclusive(ends))
        .map(|sentence| sentence.trim().to_owned())
        .filter(|sentence| sentence.contains(char::is_alphabetic))
        .collect()
}

fn words(sentences: &[String]) -> Vec<&str> {
    sentences.iter().flat_map(|text| text.split_whitespace()).collect()
}

/// Groups of vowels, without a silent e at the end.
fn syllables(word: &str) -> usize {
    let word: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let word = word.to_lowercase();
    let word = word.strip_suffix('e').filter(|stem| !stem.ends_with('l')).unwrap_or(&word);
    let vowel = |c: char| "aeiouy".contains(c);
    let groups = word.split(|c| !vowel(c)).filter(|group| !group.is_empty());
    groups.count().max(1)
}

/// The Flesch-Kincaid grade of a text.
fn grade(sentences: &[String]) -> f64 {
    let words = words(sentences);
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    let count = |n: usize| f64::from(u32::try_from(n.max(1)).unwrap());
    0.39 * count(words.len()) / count(sentences.len()) + 11.8 * count(spoken) / count(words.len())
        - 15.59
}

fn pages(guide: &Guide) -> impl Iterator<Item = (&str, Vec<String>)> {
    let nodes = guide.nodes().filter(|(_, node)| !matches!(node.kind, Kind::Menu | Kind::Symptom));
    nodes.map(|(id, node)| (guide.name(id), sentences(node)))
}

#[test]
fn a_page_is_short_and_easy_to_read() {
    let guide = guide::built_in().unwrap();
    let mut lengths = Vec::new();
    let mut all = Vec::new();
    for (name, sentences) in pages(&guide) {
        let length = words(&sentences).len();
        let grade = grade(&sentences);
        assert!(length <= 160, "{name} has {length} words");
        assert!(length < 60 || grade <= 9.0, "{name}: grade {grade:.1}");
        lengths.push(length);
        all.extend(sentences);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 80, "the median page has {median} words");
    let grade = grade(&all);
    assert!(grade <= 7.0, "the guide has grade {grade:.1}");
}

#[test]
fn a_list_of_options_is_short() {
    let guide = guide::built_in().unwrap();
    for (id, node) in guide.nodes() {
        let options = node.options.iter();
        let lines: Vec<&str> = options
            .flat_map(|option| [Some(&*option.label), option.hint.as_deref()])
            .flatten()
            .collect();
        let told = format!("{} {} {}", node.title, sentences(node).join(" "), lines.join(" "));
        let length = told.split_whitespace().count();
        assert!(lines.is_empty() || length <= 160, "{} has {length} words", guide.name(id));
    }
}

#[test]
fn the_guide_speaks_of_itself_rarely() {
    let guide = guide::built_in().unwrap();
    let text: String =
        pages(&guide).map(|(_, said)| said.join(" ").to_lowercase() + "\n").collect();
    let own = text.matches("our advice").count();
    assert!(own <= 12, "\"our advice\" {own} times");
    for phrase in ["we found", "we know of", "we did not", "as reported", "or hurt."] {
        assert!(!text.contains(phrase), "{phrase}");
    }
}
