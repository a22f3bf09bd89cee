//! Hebrew. Buttons are verbal nouns, which address no gender.

use super::{Language, Plural, words::words};

pub(super) static LANGUAGE: Language = Language {
    plural: Plural::OneTwoOther,
    words: words! {
        codes: "he iw",
        dates: "\
            |{d} {M} {y}| בשעה {H}:{mm}|||בינואר|בפברואר|במרץ|באפריל|במאי|ביוני|ביולי|באוגוסט|בספטמבר|באוקטובר|בנובמבר|בדצמבר",
        home: "דף הבית",
        breadcrumb: "נתיב ניווט",
        by: "מאת {}",
        comma: ", ",
        source: "מקור: {}",
        original: "הכתבה המקורית",
        tags: "תגיות",
        reading_time: "זמן קריאה: {}",
        minutes: "דקה|שתי דקות|{} דקות",
        share: "שיתוף",
        share_via: "שיתוף באמצעות {}",
        networks: "שיתוף|העתקת הקישור|הדפסה|ווטסאפ|פייסבוק|אקס|טלגרם|לינקדאין|רדיט|בלוסקיי|ת׳רדס|פינטרסט|דוא״ל|הודעת טקסט",
        copied: "הקישור הועתק",
        copy_failed: "העתקת הקישור נכשלה:",
        toolbar: "כלי קריאה",
        increase: "הגדלת הטקסט",
        decrease: "הקטנת הטקסט",
        size_of: "גודל הטקסט {} מתוך {}",
        settings: "הגדרות קריאה",
        theme: "ערכת צבעים",
        themes: "אוטומטי|בהיר|כהה|ספיה|ניגודיות גבוהה",
        font: "גופן",
        fonts: "גופן המכשיר|נסח׳|ללא תגים|גופן האתר",
        spacing: "מרווח בין השורות",
        spacings: "צפוף|רגיל|מרווח",
        play_video: "הפעלת הסרטון מתוך {}",
        open_on: "פתיחה באתר {}",
        table: "טבלה",
    },
};
