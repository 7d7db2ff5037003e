//! `latchkey-sandbox`: starts the sandbox tenant and prints its ready line.

use clap::Parser;
use latchkey_sandbox::config::{DIALECTS, Kind};
use latchkey_sandbox::graph::cast::{LATCHKEY, REDIRECTS};
use latchkey_sandbox::graph::directory::SETS;
use latchkey_sandbox::pages::{Csp, Generation};
use latchkey_sandbox::salesforce;
use latchkey_sandbox::{CONTROL_HOST, Config, Sandbox};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// A stand-in for a Microsoft tenant, on loopback, under the real host names.
#[derive(Debug, Parser)]
#[command(name = "latchkey-sandbox", after_help = after_help())]
struct Options {
    /// Port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// A state document to start from; see below.
    #[arg(long, value_name = "FILE")]
    seed: Option<PathBuf>,
    /// Language of the signed-in user.
    #[arg(long, default_value = "en", value_parser = ["en", "da", "fr", "ja"])]
    locale: String,
    /// Product generation.
    #[arg(long, default_value = "2026", value_parser = ["2023", "2026"])]
    generation: String,
    /// How an unproven fact is answered; may be repeated, see below.
    #[arg(long = "dialect", value_name = "KEY=ANSWER")]
    dialects: Vec<String>,
    /// Size of the company, `users=N,roles=N,teams=N`.
    #[arg(long)]
    scale: Option<String>,
    /// Content Security Policy of the pages.
    #[arg(long, default_value = "default", value_parser = ["none", "default", "strict"])]
    csp: String,
    /// What the organisation claims to be.
    #[arg(long, default_value = "production", value_parser = ["production", "sandbox"])]
    kind: String,
}

/// What no single option says: the dialects, the state document, the control host.
fn after_help() -> String {
    let mut help = "Dialects, the first answer being the default:\n".to_owned();
    for (key, answers, meaning) in DIALECTS {
        help.push_str(&format!("  {:51} {meaning}\n", format!("{key}={}", answers.join("|"))));
    }
    help.push_str(&format!(
        "
State document, as --seed and PUT /state take it and GET /state gives it:
  {{\"dataverse\": {{\"<entity set>\": [<rows>]}}, \"graph\": {{\"<set>\": [<objects>]}}, \"powerplatform\": {{\"environments\": []}},
   \"salesforce\": {{\"<object>\": [<records>]}}, \"partnercenter\": {{\"offers\": []}}, \"brightpattern\": {{\"integrationaccounts\": []}}}}
A set that is named is replaced as a whole; the others stay. A row has its columns as the Web API names them, lookups
as _<column>_value. What waits to be published is in sets of its own: appmodules/unpublished, appsettings/unpublished,
savedqueries/unpublished, sitemaps/unpublished.
Sets of graph: {sets}.
Objects of salesforce are named as its API names them, such as PermissionSet. What only Setup shows of an app stands in
its record: IpRelaxation, RefreshTokenPolicy, SessionTimeout (minutes), ConsumerKey, CallbackUrls, Scopes. What the
audit trail gained is shown with ?system=true only.
\"connection\" beside them is the sales agent's: {{\"status\": \"off\"|\"connecting\"|\"connected\"|\"disconnecting\"|
\"failed\", \"fields\": [<custom fields the agent was given, such as Lead.Segment__c>], \"delay_s\": <seconds it takes>}}.
A client secret or password put there in clear (secretText, password) is kept as a digest and never shown again.

Signing in: {entra}
know the people above and admin@{other} of another tenant. Latchkey is registered as the single-page application
{client} with the redirect addresses
  {redirects}
Salesforce, on {salesforce}, knows users of its own. Latchkey is its external client app
  {consumer}
with the same redirect addresses, and each with \"salesforce\" behind it.
Tools may send \"Bearer sandbox:<sign-in name>\" to every service instead of a token.

Control, on host {CONTROL_HOST} at the same port:
  GET|PUT /state              the state document
  GET|DELETE /requests        what was asked so far
  POST|DELETE /faults         {{\"match\": {{\"host\", \"method\", \"path\"}}, \"nth\", \"times\", \"status\", \"headers\", \"body\",
                              \"delay_ms\", \"hold\": true, \"drop\": \"before\"|\"after\"}}
                              a held answer waits until the faults are deleted
  POST /latency               {{\"ms\": <delay of every answer>}}
  POST /clock                 {{\"ahead_s\": <seconds Entra's and Graph's clock is ahead>}}
  GET /secrets                every token, code and client secret made so far, to search for one that leaked",
        sets = SETS.map(|(name, _)| name).join(", "),
        entra = latchkey_sandbox::entra::HOSTS.join(", "),
        other = latchkey_sandbox::entra::OTHER_TENANT,
        client = LATCHKEY,
        salesforce = salesforce::HOSTS.join(", "),
        consumer = salesforce::cast::CONSUMER_KEY,
        redirects = REDIRECTS.join("\n  "),
    ));
    help
}

fn configure(options: Options) -> Result<Config, Box<dyn Error>> {
    let mut config = Config {
        port: options.port,
        locale: options.locale,
        generation: if options.generation == "2023" {
            Generation::G2023
        } else {
            Generation::G2026
        },
        csp: match options.csp.as_str() {
            "none" => Csp::None,
            "strict" => Csp::Strict,
            _ => Csp::Default,
        },
        kind: if options.kind == "sandbox" {
            Kind::Sandbox
        } else {
            Kind::Production
        },
        ..Config::default()
    };
    for dialect in &options.dialects {
        config.set_dialect(dialect)?;
    }
    if let Some(scale) = &options.scale {
        config.set_scale(scale)?;
    }
    if let Some(path) = &options.seed {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        config.seed = Some(serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?);
    }
    Ok(config)
}

async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::new(configure(options)?)?;
    let running = sandbox.serve().await?;
    println!("{}", serde_json::to_string(running.ready())?);
    tokio::select! {
        () = running.finished() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    Ok(())
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("latchkey-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}
