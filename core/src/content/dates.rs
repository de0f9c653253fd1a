use fluent_bundle::FluentValue;
use jiff::civil::{Date, DateTime, Time};

use super::Words;

/// Days and times of day, as a person says them.
impl Words {
    /// A day of a week with its date, as "Sunday, 29 November".
    pub fn day(&self, date: Date) -> String {
        let weekday = self.text(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
        let month = self.text(&format!("month-{}", date.month()));
        self.with(
            "date",
            &[("weekday", weekday.into()), ("day", FluentValue::from(i64::from(date.day()))), ("month", month.into())],
        )
    }

    /// A day and a time of day.
    pub fn when(&self, at: DateTime) -> String {
        self.with("date-and-time", &[("date", self.day(at.date()).into()), ("time", self.time(at.time()).into())])
    }

    /// The day of the week of a date, as it comes again and again: "Sundays".
    pub fn weekdays(&self, date: Date) -> String {
        self.text(&format!("weekdays-{}", date.weekday().to_monday_one_offset()))
    }

    /// A time of day, to the minute.
    pub fn time(&self, time: Time) -> String {
        let (hour, minute) = (time.hour(), format!("{:02}", time.minute()));
        let twelve = (hour + 11) % 12 + 1;
        self.with(
            "time",
            &[
                ("hour", format!("{hour:02}").into()),
                ("twelve", twelve.to_string().into()),
                ("half", if hour < 12 { "am" } else { "pm" }.into()),
                ("minute", minute.into()),
            ],
        )
    }
}
