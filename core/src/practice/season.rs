use jiff::civil::Date;

use crate::content::Season;

/// The beginnings of the names of zones that are south of the equator and so far from it that they have seasons.
const SOUTH: [&str; 27] = [
    "Africa/Harare",
    "Africa/Johannesburg",
    "Africa/Maputo",
    "Africa/Maseru",
    "Africa/Mbabane",
    "Africa/Gaborone",
    "Africa/Windhoek",
    "America/Argentina/",
    "America/Asuncion",
    "America/Buenos_Aires",
    "America/Campo_Grande",
    "America/Montevideo",
    "America/Punta_Arenas",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/Coyhaique",
    "Antarctica/",
    "Atlantic/Stanley",
    "Australia/",
    "Indian/Mauritius",
    "Indian/Reunion",
    "NZ",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Easter",
    "Pacific/Norfolk",
    "Pacific/Tongatapu",
];

/// The season on a date, by whole months, in a time zone with this IANA name.
pub fn season(date: Date, zone: &str) -> Season {
    let south = SOUTH.iter().any(|beginning| zone.starts_with(beginning));
    let month = if south { date.month() + 6 } else { date.month() };
    match (month % 12) / 3 {
        0 => Season::Winter,
        1 => Season::Spring,
        2 => Season::Summer,
        _ => Season::Autumn,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn seasons_are_turned_round_in_the_south() {
        for (month, north, south) in [
            (12, Season::Winter, Season::Summer),
            (2, Season::Winter, Season::Summer),
            (3, Season::Spring, Season::Autumn),
            (7, Season::Summer, Season::Winter),
            (11, Season::Autumn, Season::Spring),
        ] {
            assert_eq!(season(date(2026, month, 15), "Europe/Berlin"), north, "{month}");
            assert_eq!(season(date(2026, month, 15), "America/Argentina/Cordoba"), south, "{month}");
        }
    }
}
