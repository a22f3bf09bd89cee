//! English.

use super::{Language, Plural, words::words};

pub(super) static LANGUAGE: Language = Language {
    plural: Plural::OneOther,
    words: words! {
        codes: "en",
        dates: "\
            - CA PH PR US|{M} {d}, {y}|, {h}:{mm} {a}|AM|PM|January|February|March|April|May|June|July|August|September|October|November|December;\
            |{d} {M} {y}|, {HH}:{mm}|||January|February|March|April|May|June|July|August|September|October|November|December",
        home: "Home",
        breadcrumb: "Breadcrumb",
        by: "By {}",
        comma: ", ",
        source: "Source: {}",
        original: "Original article",
        tags: "Tags",
        reading_time: "Reading time: {}",
        minutes: "{} minute|{} minutes",
        share: "Share",
        share_via: "Share via {}",
        networks: "Share|Copy link|Print|WhatsApp|Facebook|X|Telegram|LinkedIn|Reddit|Bluesky|Threads|Pinterest|Email|Text message",
        copied: "Link copied",
        copy_failed: "Could not copy the link:",
        toolbar: "Reading tools",
        increase: "Larger text",
        decrease: "Smaller text",
        size_of: "Text size {} of {}",
        settings: "Reading settings",
        theme: "Theme",
        themes: "Automatic|Light|Dark|Sepia|High contrast",
        font: "Font",
        fonts: "Device font|Naskh|Sans-serif|Site font",
        spacing: "Line spacing",
        spacings: "Compact|Normal|Loose",
        play_video: "Play the video from {}",
        open_on: "Open on {}",
        table: "Table",
    },
};
