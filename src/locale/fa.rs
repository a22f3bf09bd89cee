//! Persian. Dates are Gregorian, as their sources write them, with the month names of Iran or Afghanistan.

use super::{Language, Plural, words::words};

pub(super) static LANGUAGE: Language = Language {
    plural: Plural::ZeroIsOne,
    words: words! {
        codes: "fa pes prs",
        dates: "\
            AF|{d} {M} {y}| ساعت {H}:{mm}|||جنوری|فبروری|مارچ|اپریل|می|جون|جولای|اگست|سپتمبر|اکتوبر|نومبر|دسمبر;\
            |{d} {M} {y}| ساعت {H}:{mm}|||ژانویهٔ|فوریهٔ|مارس|آوریل|مهٔ|ژوئن|ژوئیهٔ|اوت|سپتامبر|اکتبر|نوامبر|دسامبر",
        home: "خانه",
        breadcrumb: "مسیر صفحه",
        by: "نوشتهٔ {}",
        comma: "، ",
        source: "منبع: {}",
        original: "مقالهٔ اصلی",
        tags: "برچسب‌ها",
        reading_time: "زمان مطالعه: {}",
        minutes: "{} دقیقه|{} دقیقه",
        share: "هم‌رسانی",
        share_via: "هم‌رسانی از طریق {}",
        networks: "هم‌رسانی|رونوشت پیوند|چاپ|واتساپ|فیسبوک|ایکس|تلگرام|لینکدین|ردیت|بلواسکای|تردز|پینترست|ایمیل|پیامک",
        copied: "پیوند رونوشت شد",
        copy_failed: "رونوشت پیوند ممکن نشد:",
        toolbar: "ابزارهای مطالعه",
        increase: "بزرگ‌تر کردن متن",
        decrease: "کوچک‌تر کردن متن",
        size_of: "اندازهٔ متن {} از {}",
        settings: "تنظیمات مطالعه",
        theme: "پوسته",
        themes: "خودکار|روشن|تیره|کاغذی|کنتراست بالا",
        font: "قلم",
        fonts: "قلم دستگاه|نسخ|بدون زائده|قلم وب‌گاه",
        spacing: "فاصلهٔ سطرها",
        spacings: "فشرده|معمولی|باز",
        play_video: "پخش ویدیو از {}",
        open_on: "باز کردن در {}",
        table: "جدول",
    },
};
