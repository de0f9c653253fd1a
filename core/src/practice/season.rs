use jiff::civil::Date;

use crate::content::Season;

/// The zones whose place is south of the equator, by the coordinates in `zone.tab` of the time zone database; an old name has the place
/// that it names. All of Antarctica and Australia are besides.
const SOUTH: [(&str, &str); 11] = [
    (
        "Africa",
        "Blantyre Brazzaville Bujumbura Dar_es_Salaam Gaborone Harare Johannesburg Kigali Kinshasa Luanda Lubumbashi \
         Lusaka Maputo Maseru Mbabane Nairobi Windhoek",
    ),
    (
        "America",
        "Araguaina Argentina/Buenos_Aires Argentina/Catamarca Argentina/ComodRivadavia Argentina/Cordoba \
         Argentina/Jujuy Argentina/La_Rioja Argentina/Mendoza Argentina/Rio_Gallegos Argentina/Salta Argentina/San_Juan \
         Argentina/San_Luis Argentina/Tucuman Argentina/Ushuaia Asuncion Bahia Belem Buenos_Aires Campo_Grande \
         Catamarca Cordoba Coyhaique Cuiaba Eirunepe Fortaleza Guayaquil Jujuy La_Paz Lima Maceio Manaus Mendoza \
         Montevideo Noronha Porto_Acre Porto_Velho Punta_Arenas Recife Rio_Branco Rosario Santarem Santiago Sao_Paulo",
    ),
    ("Asia", "Dili Jakarta Jayapura Makassar Pontianak Ujung_Pandang"),
    ("Atlantic", "South_Georgia St_Helena Stanley"),
    ("Brazil", "Acre DeNoronha East West"),
    ("Chile", "Continental EasterIsland"),
    ("Indian", "Antananarivo Chagos Christmas Cocos Comoro Kerguelen Mahe Mauritius Mayotte Reunion"),
    ("NZ", ""),
    ("NZ-CHAT", ""),
    (
        "Pacific",
        "Apia Auckland Bougainville Chatham Easter Efate Enderbury Fakaofo Fiji Funafuti Galapagos Gambier Guadalcanal \
         Kanton Marquesas Nauru Niue Norfolk Noumea Pago_Pago Pitcairn Port_Moresby Rarotonga Samoa Tahiti Tongatapu \
         Wallis",
    ),
    ("US", "Samoa"),
];

/// Whether the place of a zone is in the southern half of the earth.
fn is_south(zone: &str) -> bool {
    let (region, place) = zone.split_once('/').unwrap_or((zone, ""));
    let listed = |(of, places): &(&str, &str)| *of == region && places.split(' ').any(|one| one == place);
    ["Antarctica", "Australia"].contains(&region) || SOUTH.iter().any(listed)
}

/// The season on a date, by whole months, in a time zone with this IANA name.
pub fn season(date: Date, zone: &str) -> Season {
    let month = if is_south(zone) { date.month() + 6 } else { date.month() };
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

    #[test]
    fn every_listed_zone_is_one_and_old_names_have_the_season_of_the_new() {
        let known: Vec<String> =
            jiff::tz::TimeZoneDatabase::bundled().available().map(|name| name.to_string()).collect();
        for (region, places) in SOUTH {
            for place in places.split(' ') {
                let name = if place.is_empty() { region.to_owned() } else { format!("{region}/{place}") };
                assert!(known.contains(&name), "{name}");
            }
        }
        for (old, new) in [
            ("Chile/Continental", "America/Santiago"),
            ("Chile/EasterIsland", "Pacific/Easter"),
            ("Brazil/East", "America/Sao_Paulo"),
            ("Brazil/West", "America/Manaus"),
            ("America/Cordoba", "America/Argentina/Cordoba"),
            ("America/Mendoza", "America/Argentina/Mendoza"),
            ("America/Rosario", "America/Argentina/Cordoba"),
            ("Australia/ACT", "Australia/Sydney"),
            ("Antarctica/South_Pole", "Pacific/Auckland"),
            ("NZ", "Pacific/Auckland"),
            ("NZ-CHAT", "Pacific/Chatham"),
            ("US/Samoa", "Pacific/Pago_Pago"),
            ("Asia/Ujung_Pandang", "Asia/Makassar"),
        ] {
            assert!(is_south(old) && is_south(new), "{old}");
        }
        for north in ["Africa/Lagos", "Africa/Asmera", "America/Bogota", "Asia/Singapore", "Pacific/Truk", "UTC", ""] {
            assert!(!is_south(north), "{north}");
        }
        for south in ["Pacific/Noumea", "Indian/Antananarivo", "Pacific/Fiji", "America/Lima", "Africa/Lusaka"] {
            assert!(is_south(south), "{south}");
        }
    }
}
