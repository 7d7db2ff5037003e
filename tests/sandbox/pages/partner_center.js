// Partner Center: an offer's setup page with the destination of its customer leads. Sections come late, one after the
// other, and are drawn again whenever something changed.

import { h, sleep } from "./dom.js";
import { labelsFor } from "./portal_labels.js";
import { Component, make } from "./web_components.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
const labels = labelsFor(boot.locale, boot.generation);
document.documentElement.lang = boot.locale;

/** What takes a person: a scripted press goes by unnoticed, where the dialect says so. */
const byHand = (act) => (event) => {
  if (boot.dialects.leadpress !== "hand" || event.isTrusted) act();
};

async function call(method, path, body) {
  const answer = await fetch(`/dashboard/api/offers${path}`, { method, headers: { "Content-Type": "application/json" }, body: body === undefined ? undefined : JSON.stringify(body) });
  const json = await answer.json().catch(() => ({}));
  return answer.ok ? { json } : { error: json.error ?? { message: labels.failed } };
}

class CustomerLeads extends Component {
  #form = null;
  #result = null;
  #busy = false;

  draw() {
    const { customerLeads } = this.offer;
    return h("section", { class: "card stack" }, h("h2", {}, labels.customerLeads), h("p", {}, labels.leadsText),
      customerLeads && this.#summary(customerLeads),
      h("div", { class: "row" },
        make("he-button", { label: customerLeads ? labels.edit : labels.connect, press: () => this.#open() }),
        customerLeads && make("he-button", { label: labels.validate, press: byHand(() => this.#validate()) })),
      this.#busy && h("p", { role: "status" }, labels.validating),
      this.#result && h("p", { role: this.#result.ok ? "status" : "alert" }, this.#result.text),
      this.#form && this.#dialog());
  }

  #summary(leads) {
    const destination = labels.destinations.find(([value]) => value === leads.leadDestination)?.[1] ?? leads.leadDestination;
    const rows = [[labels.destination, destination], [labels.url, leads.instanceUrl], [labels.authentication, labels.authentications.find(([value]) => value === leads.authentication)?.[1]], [labels.contactEmail, leads.contactEmail]];
    return h("dl", {}, rows.filter(([, value]) => value).map(([label, value]) => [h("dt", {}, label), h("dd", {}, value)]));
  }

  #open() {
    this.#form = { authentication: "azureAD", ...this.offer.customerLeads };
    this.#result = null;
    this.redraw();
  }

  #dialog() {
    const model = this.#form;
    const field = (member, label, secret) => make("he-text-field", { member, label, secret, model, wrong: model.wrong === member });
    const changed = () => this.redraw();
    const dynamics = model.leadDestination === "dynamics";
    const ids = [["applicationId", labels.applicationId], ["directoryId", labels.directoryId], ["applicationKey", labels.clientSecret, true]];
    const user = [["username", labels.userName], ["password", labels.password, true]];
    const dialog = make("he-dialog", { heading: labels.connectionDetails },
      make("he-select", { member: "leadDestination", label: labels.destination, choices: labels.destinations, model, changed }),
      dynamics && [field("instanceUrl", labels.url),
        make("he-combobox", { member: "authentication", label: labels.authentication, choices: labels.authentications, model, changed }),
        (model.authentication === "azureAD" ? ids : user).map(([member, label, secret]) => field(member, label, secret))],
      model.leadDestination && field("contactEmail", labels.contactEmail),
      model.wrong && h("p", { role: "alert" }, `${labels.check} ${labels[model.wrong === "applicationKey" ? "clientSecret" : model.wrong === "username" ? "userName" : model.wrong === "instanceUrl" ? "url" : model.wrong] ?? model.wrong}`));
    for (const button of [make("he-button", { label: labels.ok, accent: true, press: byHand(() => this.#save()) }), make("he-button", { label: labels.cancel, press: () => {
      this.#form = null;
      this.redraw();
    } })]) {
      button.slot = "footer";
      dialog.append(button);
    }
    return dialog;
  }

  async #save() {
    const { wrong: _, ...connection } = this.#form;
    const { error } = await call("PUT", `/${this.offer.id}/customer-leads`, connection);
    if (error) this.#form.wrong = error.message;
    else {
      this.#form = null;
      await this.reload();
    }
    this.redraw();
  }

  async #validate() {
    this.#busy = true;
    this.#result = null;
    this.redraw();
    const { error } = await call("POST", `/${this.offer.id}/customer-leads/validate`);
    await sleep(300);
    this.#busy = false;
    this.#result = error ? { ok: false, text: `${labels.invalid} ${error.message}` } : { ok: true, text: labels.valid };
    this.redraw();
  }
}

class OfferSetup extends Component {
  #leads = null;
  #ready = false;
  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }
  async #load() {
    await sleep(400);
    await this.reload();
    this.#leads = make("mp-customer-leads", { offer: this.offer, reload: async () => {
      await this.reload();
      this.#leads.offer = this.offer;
    } });
    this.#ready = true;
    this.redraw();
  }
  async reload() {
    const { json } = await call("GET", "");
    this.offer = json.offers.find((offer) => offer.id === this.offerId);
  }
  draw() {
    if (!this.#ready) return h("p", { role: "status" }, labels.loading);
    if (!this.offer) return h("p", { role: "alert" }, labels.noOffer);
    return h("div", { class: "stack" }, h("div", { class: "row" }, h("h1", {}, labels.offerSetup), h("span", { part: "offer-state" }, this.offer.state === "live" ? labels.live : labels.draft)),
      h("p", {}, this.offer.name), this.#leads,
      // Publishing is a business act: it takes the publisher's own hand.
      make("he-button", { label: labels.review, press: () => {} }));
  }
}

class Offers extends Component {
  connectedCallback() {
    super.connectedCallback();
    call("GET", "").then(({ json }) => {
      this.offers = json.offers;
      this.redraw();
    });
  }
  draw() {
    return h("div", { class: "stack" }, h("h1", {}, labels.offers), (this.offers ?? []).map((offer) =>
      h("p", {}, h("a", { href: `/dashboard/commercial-marketplace/offers/${offer.id}/offersetup` }, offer.name), ` · ${offer.state === "live" ? labels.live : labels.draft}`)));
  }
}

class Menu extends Component {
  draw() {
    const own = this.offerId && h("p", {}, h("a", { href: `/dashboard/commercial-marketplace/offers/${this.offerId}/offersetup` }, labels.offerSetup));
    return h("div", { class: "stack card" }, h("p", {}, h("a", { href: "/dashboard/commercial-marketplace/overview" }, labels.offers)), own);
  }
}

for (const [tag, kind] of [["mp-customer-leads", CustomerLeads], ["mp-offer-setup", OfferSetup], ["mp-offers", Offers], ["mp-menu", Menu]]) customElements.define(tag, kind);

const offerId = /\/offers\/([^/]+)\//.exec(location.pathname)?.[1];
const menu = make("mp-menu", { offerId });
menu.slot = "aside";
await sleep(150);
document.body.replaceChildren(make("he-shell", { heading: "Partner Center" }, menu, make(offerId ? "mp-offer-setup" : "mp-offers", { offerId })));
