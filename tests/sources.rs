//! Where the claims of the shipped guide come from: health services, regulators, papers and
//! manuals, each at its own address, and each read.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use uncramp::guide::{self, Guide};

/// Copies, blogs, shops, news pages and staging pages, by the end of their host names.
const REFUSED: &[&str] = &[
    "blogspot.com",
    "blogg.se",
    "wordpress.com",
    "medium.com",
    "substack.com",
    "flipbuilder.com",
    "healthguide911.com",
    "doctor123.org",
    "gubta.com",
    "zenparent.in",
    "lifestyles-ns.com",
    "aogdalton.com",
    "rspp.co.id",
    "doctoori.net",
    "everymum.ie",
    "antenatalonline.co.uk",
    "washingtonpost.com",
    "nytimes.com",
    "dailymail.co.uk",
    "huffpost.com",
    "healthday.com",
    "everydayhealth.com",
    "healthline.com",
    "medicalnewstoday.com",
    "verywellhealth.com",
    "webmd.com",
    "livestrong.com",
    "wikihow.com",
    "wikipedia.org",
    "quora.com",
    "reddit.com",
    "facebook.com",
    "youtube.com",
    "pinterest.com",
    "amazon.com",
    "ebay.com",
    "susanlongley.com",
    "bartonhealth.org",
    "scribd.com",
    "slideshare.net",
    "studylib.net",
    "docplayer.net",
    "coursehero.com",
    "web.archive.org",
    "researchgate.net",
    "semanticscholar.org",
    "qa.marshfieldclinic.org",
];

/// Parts of a host name that tell a blog, a shop, news or a page not meant for the public.
const REFUSED_PARTS: &[&str] = &["blog", "shop", "store", "staging", "news", "qa.", "test."];

fn guide() -> Guide {
    guide::built_in().unwrap()
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap()
}

#[test]
fn every_source_says_what_it_is_and_how_it_was_read() {
    let guide = guide();
    assert!(guide.sources.len() > 20, "{}", guide.sources.len());
    for (key, source) in &guide.sources {
        assert!(source.kind.is_some(), "{key}");
        assert!(source.seen.is_some(), "{key}");
    }
}

#[test]
fn no_source_is_a_copy_a_blog_a_shop_or_news() {
    let guide = guide();
    let refused = |url: &str| {
        let host = host(url);
        let ends = |end: &&str| host == *end || host.ends_with(&format!(".{end}"));
        REFUSED.iter().any(ends) || REFUSED_PARTS.iter().any(|part| host.contains(part))
    };
    let wrong: Vec<String> = guide
        .sources
        .iter()
        .filter(|(_, source)| refused(&source.url))
        .map(|(key, source)| format!("{key}: {}", source.url))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_address_is_cited_under_two_names() {
    let guide = guide();
    let mut urls: Vec<&str> = guide.sources.values().map(|source| &*source.url).collect();
    let all = urls.len();
    urls.sort_unstable();
    urls.dedup();
    assert_eq!(urls.len(), all);
}
