//! The person's own devices.

use serde_json::{Value, json};
use tend_core::{DeviceView, Tend};

use crate::{
    answer::Answer,
    failure::Failure,
    pick::{self, Listed, pick},
    said,
};

pub fn list(tend: &Tend) -> Result<Answer, Failure> {
    let all = tend.devices().all()?;
    let text = pick::list(&all, "There are no phones here.");
    Ok(Answer::new(text, "devices", all.iter().map(json).collect::<Vec<_>>()))
}

pub fn remove(tend: &Tend, id: &str) -> Result<Answer, Failure> {
    let device = pick(id, tend.devices().all()?)?;
    tend.devices().remove(device.id)?;
    Ok(Answer::new(
        format!("{} is no longer one of your phones.", said::name(&device.name)),
        "removed",
        device.id.to_hex(),
    ))
}

fn json(view: &DeviceView) -> Value {
    json!({ "id": view.id.to_hex(), "name": view.name, "is_this": view.is_this })
}

impl Listed for DeviceView {
    fn id(&self) -> String {
        self.id.to_hex()
    }

    fn line(&self, id: &str) -> String {
        format!("[{id}]{} {}", if self.is_this { " (this one)" } else { "" }, said::name(&self.name))
    }
}
