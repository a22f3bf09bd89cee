//! The providers whose players are known. Nothing of theirs is asked for before the reader clicks; the player is the
//! one that tracks least.

/// A provider: how its addresses are written and what becomes of them.
#[derive(Debug)]
pub(super) struct Provider {
    /// As people know it.
    pub name: &'static str,
    /// Its hosts; their subdomains are its own, too.
    pub hosts: &'static [&'static str],
    /// Its name in custom elements: `amp-NAME`, `lite-NAME`.
    pub element: &'static str,
    /// The address that the id in such an element stands for.
    pub element_address: Template,
    /// What it shows, and how each is addressed; the first whose address fits counts.
    pub shows: &'static [Shown],
}

/// Something that a provider shows: a film, a post.
#[derive(Debug)]
pub(super) struct Shown {
    /// What stands somewhere before the id, in this order; of several ways the first that is found counts.
    pub before_id: &'static [&'static [&'static str]],
    /// What the id is.
    pub id: Id,
    /// Where the original is, for people.
    pub link: Link,
    /// The player's address.
    pub player: Template,
    /// Width and height where the source says none.
    pub ratio: (u32, u32),
}

/// An address with `{id}` in it.
pub(super) type Template = &'static str;

/// What an id is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Id {
    /// Digits.
    Number,
    /// ASCII letters, digits, `-` and `_`.
    Word,
    /// The percent-encoded address of the original, up to the next parameter.
    EncodedAddress,
    /// The whole address of the original.
    WholeAddress,
}

/// Where the original is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// At an address made of the id.
    Made(Template),
    /// At the address that the id is.
    IdItself,
}

const WIDE: (u32, u32) = (16, 9);
const UPRIGHT: (u32, u32) = (9, 16);
const POST: (u32, u32) = (11, 12);
/// SoundCloud's player is no higher than its wave.
const WAVE: (u32, u32) = (16, 5);

pub(super) const PROVIDERS: &[Provider] = &[
    Provider {
        name: "YouTube",
        hosts: &["youtube.com", "youtube-nocookie.com", "youtu.be"],
        element: "youtube",
        element_address: "https://www.youtube.com/watch?v={id}",
        shows: &[
            Shown {
                before_id: &[&["/shorts/"]],
                id: Id::Word,
                link: Link::Made("https://www.youtube.com/watch?v={id}"),
                player: "https://www.youtube-nocookie.com/embed/{id}",
                ratio: UPRIGHT,
            },
            Shown {
                before_id: &[
                    &["/embed/"],
                    &["/live/"],
                    &["/v/"],
                    &["?v="],
                    &["&v="],
                    &["youtu.be/"],
                ],
                id: Id::Word,
                link: Link::Made("https://www.youtube.com/watch?v={id}"),
                player: "https://www.youtube-nocookie.com/embed/{id}",
                ratio: WIDE,
            },
            Shown {
                before_id: &[&["?list="], &["&list="]],
                id: Id::Word,
                link: Link::Made("https://www.youtube.com/playlist?list={id}"),
                player: "https://www.youtube-nocookie.com/embed/videoseries?list={id}",
                ratio: WIDE,
            },
        ],
    },
    Provider {
        name: "Vimeo",
        hosts: &["vimeo.com"],
        element: "vimeo",
        element_address: "https://vimeo.com/{id}",
        shows: &[Shown {
            before_id: &[
                &["/video/"],
                &["/videos/"],
                &["/channels/", "/"],
                &["vimeo.com/"],
            ],
            id: Id::Number,
            link: Link::Made("https://vimeo.com/{id}"),
            player: "https://player.vimeo.com/video/{id}?dnt=1",
            ratio: WIDE,
        }],
    },
    Provider {
        name: "Dailymotion",
        hosts: &["dailymotion.com", "dai.ly"],
        element: "dailymotion",
        element_address: "https://www.dailymotion.com/video/{id}",
        shows: &[Shown {
            before_id: &[&["/video/"], &["?video="], &["dai.ly/"]],
            id: Id::Word,
            link: Link::Made("https://www.dailymotion.com/video/{id}"),
            player: "https://geo.dailymotion.com/player.html?video={id}",
            ratio: WIDE,
        }],
    },
    Provider {
        name: "X",
        hosts: &["twitter.com", "x.com"],
        element: "twitter",
        element_address: "https://x.com/i/status/{id}",
        shows: &[Shown {
            before_id: &[&["/status/"], &["/statuses/"], &["?id="], &["&id="]],
            id: Id::Number,
            link: Link::Made("https://x.com/i/status/{id}"),
            player: "https://platform.twitter.com/embed/Tweet.html?dnt=true&id={id}",
            ratio: POST,
        }],
    },
    Provider {
        name: "Facebook",
        hosts: &["facebook.com"],
        element: "facebook",
        // It has the whole address of what it shows.
        element_address: "{id}",
        shows: &[
            Shown {
                before_id: &[&["/plugins/video.php", "href="]],
                id: Id::EncodedAddress,
                link: Link::IdItself,
                player: "https://www.facebook.com/plugins/video.php?href={id}",
                ratio: WIDE,
            },
            Shown {
                before_id: &[&["/plugins/post.php", "href="]],
                id: Id::EncodedAddress,
                link: Link::IdItself,
                player: "https://www.facebook.com/plugins/post.php?href={id}",
                ratio: POST,
            },
            Shown {
                before_id: &[&["/videos/"], &["/reel/"], &["/watch/?v="], &["/watch?v="]],
                id: Id::WholeAddress,
                link: Link::IdItself,
                player: "https://www.facebook.com/plugins/video.php?href={id}",
                ratio: WIDE,
            },
            Shown {
                before_id: &[&["/posts/"]],
                id: Id::WholeAddress,
                link: Link::IdItself,
                player: "https://www.facebook.com/plugins/post.php?href={id}",
                ratio: POST,
            },
        ],
    },
    Provider {
        name: "Instagram",
        hosts: &["instagram.com"],
        element: "instagram",
        element_address: "https://www.instagram.com/p/{id}/",
        shows: &[Shown {
            before_id: &[&["/p/"], &["/reel/"], &["/reels/"], &["/tv/"]],
            id: Id::Word,
            link: Link::Made("https://www.instagram.com/p/{id}/"),
            player: "https://www.instagram.com/p/{id}/embed/",
            ratio: (4, 5),
        }],
    },
    Provider {
        name: "SoundCloud",
        hosts: &["soundcloud.com"],
        element: "soundcloud",
        element_address: "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F{id}",
        shows: &[
            Shown {
                before_id: &[&["/player/?url="], &["&url="]],
                id: Id::EncodedAddress,
                link: Link::IdItself,
                player: "https://w.soundcloud.com/player/?url={id}",
                ratio: WAVE,
            },
            Shown {
                before_id: &[&["soundcloud.com/"]],
                id: Id::WholeAddress,
                link: Link::IdItself,
                player: "https://w.soundcloud.com/player/?url={id}",
                ratio: WAVE,
            },
        ],
    },
    Provider {
        name: "TikTok",
        hosts: &["tiktok.com"],
        element: "tiktok",
        element_address: "https://www.tiktok.com/@/video/{id}",
        shows: &[Shown {
            before_id: &[
                &["/embed/v2/"],
                &["/embed/"],
                &["/player/v1/"],
                &["/video/"],
            ],
            id: Id::Number,
            link: Link::Made("https://www.tiktok.com/@/video/{id}"),
            player: "https://www.tiktok.com/player/v1/{id}",
            ratio: UPRIGHT,
        }],
    },
];
