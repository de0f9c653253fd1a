use std::{
    fmt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::Value;

use super::{PhoneShell, pipes, program, read_all, wait};

/// A phone: a folder, and the program that is run on it once for each command.
#[derive(Debug, Clone)]
pub struct PhoneProcess {
    program: PathBuf,
    home: PathBuf,
    /// Said with every command.
    options: Vec<String>,
    /// By how much the operating system's clock is wrong, as `faketime` takes it.
    wrong_by: Option<String>,
}

/// What a phone says when it does not do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The stable code.
    pub code: String,
    /// For people.
    pub message: String,
    /// Whether another try can help.
    pub retry_can_help: bool,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.code)
    }
}

impl Refused {
    /// The failure in an answer, if it is one.
    pub fn of(answer: &Value) -> Option<Self> {
        let error = answer.get("error")?;
        let text = |key| error.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let retry_can_help = error.get("retry_can_help").and_then(Value::as_bool).unwrap_or_default();
        Some(Self { code: text("code"), message: text("message"), retry_can_help })
    }
}

impl PhoneProcess {
    /// The phone whose folder is `name` in `folder`. Nothing is run yet.
    ///
    /// # Panics
    /// When the program is not built.
    pub fn new(folder: &Path, name: &str) -> Self {
        let program = program("phone").unwrap_or_else(|missing| panic!("{missing}"));
        Self { program, home: folder.join(name), options: Vec::new(), wrong_by: None }
    }

    /// As this one, saying `options` with every command.
    #[must_use]
    pub fn with(mut self, options: &[&str]) -> Self {
        self.options.extend(options.iter().map(|&option| option.into()));
        self
    }

    /// As this one, on a device whose clock is wrong, by an offset such as `+100d` or `-365d`: for the whole process, no matter which
    /// library asks for the time.
    #[must_use]
    pub fn wrong_by(mut self, offset: &str) -> Self {
        self.wrong_by = Some(offset.into());
        self
    }

    /// The phone's folder.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The program with the options of every command; the caller adds the command.
    pub fn command(&self) -> Command {
        let mut command = match &self.wrong_by {
            None => Command::new(&self.program),
            Some(offset) => {
                let mut command = Command::new("faketime");
                // The monotonic clock must not jump.
                command.args(["--exclude-monotonic", "-f", offset]).arg(&self.program);
                command
            }
        };
        command.env_remove("TEND_HOME").arg("--home").arg(&self.home).args(&self.options);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a command for a program.
    ///
    /// # Errors
    /// What the phone says when it does not do it.
    ///
    /// # Panics
    /// When the answer is not one object on one line, or the exit code does not fit it.
    pub fn ask(&self, words: &[&str]) -> Result<Value, Refused> {
        let (out, errors, code) = finish(self.command().arg("--json").args(words).spawn(), words);
        let answer: Value =
            serde_json::from_str(&out).unwrap_or_else(|_| panic!("{words:?} answered {out:?}; {errors}"));
        assert_eq!(out.lines().count(), 1, "{words:?} answered more than a line: {out}");
        let refused = Refused::of(&answer);
        let expected = refused.as_ref().map_or(0, |refused| if refused.code == "usage" { 2 } else { 1 });
        assert_eq!(code, Some(expected), "{words:?}: {out}; {errors}");
        refused.map_or(Ok(answer), Err)
    }

    /// Runs a command that must work.
    ///
    /// # Panics
    /// When it does not.
    pub fn run(&self, words: &[&str]) -> Value {
        self.ask(words).unwrap_or_else(|refused| panic!("{}: {words:?}: {refused}", self.home.display()))
    }

    /// Runs a command for a person, which must work, and gives what they read.
    ///
    /// # Panics
    /// When it does not.
    pub fn read(&self, words: &[&str]) -> String {
        let (out, errors, code) = finish(self.command().args(words).spawn(), words);
        assert_eq!(code, Some(0), "{words:?}: {errors}");
        out
    }

    /// The phone as one long-lived process.
    ///
    /// # Panics
    /// When it cannot be started.
    pub fn shell(&self) -> PhoneShell {
        PhoneShell::start(self.command())
    }
}

fn finish(child: std::io::Result<Child>, words: &[&str]) -> (String, String, Option<i32>) {
    let mut child = child.expect("the phone can be started");
    let (out, errors) = pipes(&mut child);
    let (out, errors) = (read_all(out), read_all(errors));
    let status = wait(&mut child, &format!("the phone with {words:?}"));
    let text = |reader: std::thread::JoinHandle<Vec<u8>>| {
        String::from_utf8(reader.join().expect("a reader ends")).expect("the phone writes UTF-8")
    };
    (text(out), text(errors), status.code())
}
