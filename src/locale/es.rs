//! Spanish.

use super::{Language, Plural, words::words};

pub(super) static LANGUAGE: Language = Language {
    plural: Plural::OneOther,
    words: words! {
        codes: "es",
        dates: "\
            |{d} de {M} de {y}|, {H}:{mm}|||enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
        home: "Inicio",
        breadcrumb: "Ruta de navegación",
        by: "Por {}",
        comma: ", ",
        source: "Fuente: {}",
        original: "Artículo original",
        tags: "Etiquetas",
        reading_time: "Tiempo de lectura: {}",
        minutes: "{} minuto|{} minutos",
        share: "Compartir",
        share_via: "Compartir por {}",
        networks: "Compartir|Copiar enlace|Imprimir|WhatsApp|Facebook|X|Telegram|LinkedIn|Reddit|Bluesky|Threads|Pinterest|Correo electrónico|SMS",
        copied: "Enlace copiado",
        copy_failed: "No se pudo copiar el enlace:",
        toolbar: "Herramientas de lectura",
        increase: "Aumentar el texto",
        decrease: "Reducir el texto",
        size_of: "Tamaño del texto {} de {}",
        settings: "Ajustes",
        theme: "Tema",
        themes: "Automático|Claro|Oscuro|Sepia|Alto contraste",
        font: "Tipo de letra",
        fonts: "Letra del dispositivo|Naskh|Sin serifas|Letra del sitio",
        spacing: "Interlineado",
        spacings: "Compacto|Normal|Amplio",
        play_video: "Reproducir el vídeo de {}",
        open_on: "Abrir en {}",
        table: "Tabla",
    },
};
