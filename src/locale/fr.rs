//! French.

use super::{Language, Plural, words::words};

pub(super) static LANGUAGE: Language = Language {
    plural: Plural::ZeroIsOne,
    words: words! {
        codes: "fr",
        dates: "\
            |{d}{er} {M} {y}| à {HH}:{mm}|||janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        home: "Accueil",
        breadcrumb: "Fil d’Ariane",
        by: "Par {}",
        comma: ", ",
        source: "Source : {}",
        original: "Article d’origine",
        tags: "Mots-clés",
        reading_time: "Temps de lecture : {}",
        minutes: "{} minute|{} minutes",
        share: "Partager",
        share_via: "Partager via {}",
        networks: "Partager|Copier le lien|Imprimer|WhatsApp|Facebook|X|Telegram|LinkedIn|Reddit|Bluesky|Threads|Pinterest|E-mail|SMS",
        copied: "Lien copié",
        copy_failed: "Impossible de copier le lien :",
        toolbar: "Outils de lecture",
        increase: "Agrandir le texte",
        decrease: "Réduire le texte",
        size_of: "Taille du texte {} sur {}",
        settings: "Réglages",
        theme: "Thème",
        themes: "Automatique|Clair|Sombre|Sépia|Contraste élevé",
        font: "Police",
        fonts: "Police de l’appareil|Naskh|Sans empattement|Police du site",
        spacing: "Interligne",
        spacings: "Serré|Normal|Aéré",
        play_video: "Lire la vidéo de {}",
        open_on: "Ouvrir sur {}",
        table: "Tableau",
    },
};
