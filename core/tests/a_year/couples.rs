use jiff::civil::{Date, Time};
use tend_core::schedule::{Amount, Availability, TimeWindow, Weekday};

/// A couple, or one person, with their habits.
pub struct Life {
    pub name: &'static str,
    /// What they are like, in a sentence.
    pub about: &'static str,
    pub path: &'static str,
    /// One or two people.
    pub people: Vec<Habits>,
    /// Whether they live far from each other.
    pub apart: bool,
    pub seed: u64,
}

/// What a person is like, in hundredths.
pub struct Habits {
    pub availability: Availability,
    /// Opens Tend on a day.
    pub opens: u64,
    /// Does the small thing, having opened it.
    pub does: u64,
    /// Says yes to a proposal, and proposes.
    pub agrees: u64,
    /// Comes to what is agreed.
    pub comes: u64,
    /// Away, from and to, both included.
    pub away: Option<(Date, Date)>,
}

fn time(zone: &str, amount: Amount, windows: &[(Weekday, i8, i8)]) -> Availability {
    let window = |(day, from, until): &(Weekday, i8, i8)| TimeWindow {
        day: *day,
        from: Time::constant(*from, 0, 0, 0),
        until: Time::constant(*until, 0, 0, 0),
    };
    Availability { windows: windows.iter().map(window).collect(), zone: zone.into(), amount }.validate().unwrap()
}

fn person(availability: Availability, [opens, does, agrees, comes]: [u64; 4]) -> Habits {
    Habits { availability, opens, does, agrees, comes, away: None }
}

/// Everybody.
pub fn lives() -> Vec<Life> {
    use Amount::{Deep, Light, Steady};
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let life = |name, about, path, people: Vec<Habits>, seed| Life { name, about, path, people, apart: false, seed };
    let evenings = [(Tuesday, 19, 21), (Thursday, 19, 21), (Sunday, 17, 20)];
    let berlin = || time("Europe/Berlin", Steady, &evenings);
    let travels = |mut habits: Habits, from: Date, until: Date| {
        habits.away = Some((from, until));
        habits
    };
    let summer = (Date::constant(2027, 7, 5), Date::constant(2027, 8, 15));
    vec![
        life(
            "keen",
            "Both are eager, and do nearly everything.",
            "twelve-weeks",
            vec![
                person(time("Europe/Berlin", Deep, &evenings), [95, 85, 95, 95]),
                person(time("Europe/Berlin", Deep, &evenings), [90, 80, 95, 95]),
            ],
            1,
        ),
        life(
            "busy",
            "Little time, and one evening that both have.",
            "children",
            vec![
                person(time("Europe/Madrid", Light, &[(Sunday, 19, 21), (Wednesday, 20, 21)]), [45, 50, 80, 75]),
                person(time("Europe/Madrid", Steady, &[(Sunday, 20, 22)]), [40, 40, 75, 75]),
            ],
            2,
        ),
        life(
            "on_and_off",
            "Weeks of interest and weeks without, and a long summer away.",
            "twelve-weeks",
            vec![
                travels(person(berlin(), [35, 60, 60, 60]), summer.0, summer.1),
                travels(person(berlin(), [30, 50, 55, 60]), summer.0, summer.1),
            ],
            3,
        ),
        life(
            "opposite",
            "One works by day and one by night: their windows do not meet.",
            "long-together",
            vec![
                person(time("America/Chicago", Steady, &[(Monday, 18, 21), (Saturday, 18, 21)]), [70, 60, 80, 80]),
                person(time("America/Chicago", Steady, &[(Monday, 7, 9), (Saturday, 7, 9)]), [60, 60, 80, 80]),
            ],
            4,
        ),
        Life {
            apart: true,
            ..life(
                "apart",
                "Nine hours apart, one in Lisbon and one in Tokyo.",
                "dating",
                vec![
                    person(time("Europe/Lisbon", Steady, &[(Saturday, 9, 13), (Sunday, 9, 13)]), [80, 60, 85, 85]),
                    person(time("Asia/Tokyo", Steady, &[(Saturday, 18, 22), (Sunday, 18, 22)]), [75, 60, 85, 85]),
                ],
                5,
            )
        },
        life(
            "hurting",
            "It is hard between them, and they go slowly.",
            "distress",
            vec![
                person(time("Europe/London", Light, &[(Saturday, 10, 12), (Wednesday, 18, 20)]), [60, 40, 60, 55]),
                person(time("Europe/London", Light, &[(Saturday, 10, 12)]), [35, 30, 50, 55]),
            ],
            6,
        ),
        life(
            "uneven",
            "One likes it much, the other a little.",
            "premarital",
            vec![
                person(time("America/Argentina/Cordoba", Deep, &evenings), [95, 90, 95, 95]),
                person(time("America/Argentina/Cordoba", Light, &evenings), [20, 30, 45, 80]),
            ],
            7,
        ),
        life(
            "just_tools",
            "No path; they take what they like.",
            "tools",
            vec![
                person(time("Australia/Lord_Howe", Steady, &[(Friday, 18, 21)]), [50, 50, 70, 80]),
                person(time("Australia/Lord_Howe", Steady, &[(Friday, 17, 20)]), [50, 40, 70, 80]),
            ],
            8,
        ),
        life(
            "alone",
            "One person, without a partner in Tend.",
            "solo",
            vec![person(time("America/New_York", Steady, &[(Sunday, 9, 12)]), [65, 55, 90, 80])],
            9,
        ),
    ]
}
