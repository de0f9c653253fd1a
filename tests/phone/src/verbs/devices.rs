//! The person's own devices.

use serde_json::{Value, json};
use tend_core::{DeviceView, Tend};

use crate::{
    answer::{Answer, numbered},
    failure::Failure,
    pick::pick,
};

pub fn list(tend: &Tend) -> Result<Answer, Failure> {
    let all = tend.devices().all()?;
    let text = numbered(all.iter().map(line), "There are no phones here.");
    Ok(Answer::new(text, "devices", all.iter().map(json).collect::<Vec<_>>()))
}

pub fn remove(tend: &Tend, id: &str) -> Result<Answer, Failure> {
    let device = pick(id, tend.devices().all()?, |view| view.id.to_hex())?;
    tend.devices().remove(device.id)?;
    Ok(Answer::new(format!("{} is no longer one of your phones.", device.name), "removed", device.id.to_hex()))
}

fn json(view: &DeviceView) -> Value {
    json!({ "id": view.id.to_hex(), "name": view.name, "is_this": view.is_this })
}

fn line(view: &DeviceView) -> String {
    let this = if view.is_this { " (this one)" } else { "" };
    format!("{}{this}  [{}]", view.name, &view.id.to_hex()[..8])
}
