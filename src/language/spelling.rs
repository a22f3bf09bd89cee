//! Names that are nearly another one.

/// No name is longer.
const LONGEST: usize = 24;

/// The name that is two letters off at most, one where there are few letters; two that changed places count as one.
pub fn nearest<'n>(written: &str, names: &[&'n str]) -> Option<&'n str> {
    let most = if written.len() < 5 { 1 } else { 2 };
    let mut nearest = None;
    let mut least = most + 1;
    for &name in names {
        let far = distance(written.as_bytes(), name.as_bytes());
        if far < least {
            (nearest, least) = (Some(name), far);
        }
    }
    nearest
}

/// How many letters have to be put in, left out, changed or swapped (optimal string alignment). Names of attributes are
/// ASCII, so bytes are letters.
fn distance(a: &[u8], b: &[u8]) -> usize {
    if a.len() >= LONGEST || b.len() >= LONGEST {
        return LONGEST;
    }
    let mut far = [[0_usize; LONGEST]; LONGEST];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            far[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = far[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let least = changed.min(far[i - 1][j] + 1).min(far[i][j - 1] + 1);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if swapped {
                    least.min(far[i - 2][j - 2] + 1)
                } else {
                    least
                }
            };
        }
    }
    far[a.len()][b.len()]
}
