//! Names that are nearly another one.

use strsim::osa_distance;

/// The name that is two letters off at most, one where there are few letters; two that changed places count as one.
pub fn nearest<'n>(written: &str, names: &[&'n str]) -> Option<&'n str> {
    let most = if written.len() < 5 { 1 } else { 2 };
    let mut nearest = None;
    let mut least = most + 1;
    for &name in names {
        let far = osa_distance(written, name);
        if far < least {
            (nearest, least) = (Some(name), far);
        }
    }
    nearest
}
