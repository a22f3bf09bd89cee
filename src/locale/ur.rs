//! Urdu. The halves of the day are written as ICU has them, in Latin letters.

use super::{Language, Plural, words::words};

pub(super) static LANGUAGE: Language = Language {
    plural: Plural::OneOther,
    words: words! {
        codes: "ur",
        dates: "\
            |{d} {M}، {y}| کو {h}:{mm} {a}|AM|PM|جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
        home: "صفحۂ اول",
        breadcrumb: "صفحے کا راستہ",
        by: "تحریر: {}",
        comma: "، ",
        source: "ماخذ: {}",
        original: "اصل مضمون",
        tags: "موضوعات",
        reading_time: "پڑھنے کا وقت: {}",
        minutes: "{} منٹ|{} منٹ",
        share: "شیئر کریں",
        share_via: "{} کے ذریعے شیئر کریں",
        networks: "شیئر کریں|لنک کاپی کریں|پرنٹ کریں|واٹس ایپ|فیس بک|ایکس|ٹیلی گرام|لنکڈ اِن|ریڈٹ|بلیو اسکائی|تھریڈز|پنٹرسٹ|ای میل|پیغام",
        copied: "لنک کاپی ہو گیا",
        copy_failed: "لنک کاپی نہیں ہو سکا:",
        toolbar: "پڑھنے کے اوزار",
        increase: "متن بڑا کریں",
        decrease: "متن چھوٹا کریں",
        size_of: "متن کا سائز {}، کل {}",
        settings: "پڑھنے کی ترتیبات",
        theme: "رنگ",
        themes: "خودکار|روشن|گہرا|کاغذی|تیز تضاد",
        font: "خط",
        fonts: "آلے کا خط|نسخ|سادہ|سائٹ کا خط",
        spacing: "سطروں کا فاصلہ",
        spacings: "کم|معمول|زیادہ",
        play_video: "{} کی ویڈیو چلائیں",
        open_on: "{} پر کھولیں",
        table: "جدول",
    },
};
