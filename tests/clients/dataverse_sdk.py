"""Microsoft's Dataverse client for Python against the sandbox: one line per case, non-zero on failure.

Usage: dataverse_sdk.py <https origin>; REQUESTS_CA_BUNDLE names the sandbox's certificate.
"""

import sys
import time
import uuid

from azure.core.credentials import AccessToken
from PowerPlatform.Dataverse.client import DataverseClient
from PowerPlatform.Dataverse.core.errors import HttpError
from PowerPlatform.Dataverse.models.filters import col
from PowerPlatform.Dataverse.models.query_builder import ExpandOption
from PowerPlatform.Dataverse.models.upsert import UpsertItem

ORIGIN = sys.argv[1]
MARK = uuid.uuid4().hex[:8]
cases = []


class Person:
    """A credential for one of the sandbox's people."""

    def __init__(self, upn):
        self.upn = upn

    def get_token(self, *scopes, **options):
        assert scopes == (f"{ORIGIN}/.default",), scopes
        return AccessToken(f"sandbox:{self.upn}", int(time.time()) + 3600)


def case(name):
    def keep(run):
        cases.append((name, run))
        return run

    return keep


def refused(run):
    try:
        run()
    except HttpError as error:
        return error
    raise AssertionError("was not refused")


def code(error):
    return error.to_dict()["details"].get("service_error_code")


@case("create answers with the id of the new row")
def _(c):
    key = c.records.create("account", {"name": f"{MARK} one", "telephone1": "555-0100"})
    uuid.UUID(key)
    assert c.records.retrieve("account", key, select=["name"])["name"] == f"{MARK} one"
    c.records.delete("account", key)


@case("update changes what it names and nothing else")
def _(c):
    key = c.records.create("account", {"name": f"{MARK} update", "telephone1": "1"})
    c.records.update("account", key, {"telephone1": "2"})
    row = c.records.retrieve("account", key, select=["name", "telephone1"])
    assert (row["name"], row["telephone1"]) == (f"{MARK} update", "2"), row
    c.records.delete("account", key)


@case("a deleted row is gone, and says so with the documented code")
def _(c):
    key = c.records.create("account", {"name": f"{MARK} gone"})
    c.records.delete("account", key)
    assert c.records.retrieve("account", key) is None
    error = refused(lambda: c.records.delete("account", key))
    assert error.status_code == 404 and code(error) == "0x80040217", error.to_dict()


@case("an unknown column is refused as a bad request")
def _(c):
    error = refused(lambda: c.records.create("account", {"name": f"{MARK} bad", "no_such_column": 1}))
    assert error.status_code == 400 and "no_such_column" in str(error), error.to_dict()


@case("CreateMultiple and UpdateMultiple carry several rows in one request")
def _(c):
    keys = c.records.create("contact", [{"lastname": f"{MARK} {i}"} for i in range(3)])
    assert len(set(keys)) == 3
    c.records.update("contact", keys, {"jobtitle": "Agent"})
    found = c.records.list("contact", filter=f"startswith(lastname,'{MARK}')", select=["lastname", "jobtitle"])
    assert sorted(r["jobtitle"] for r in found) == ["Agent"] * 3
    for key in keys:
        c.records.delete("contact", key)


@case("upsert by alternate key creates, then updates")
def _(c):
    item = lambda name: [UpsertItem(alternate_key={"accountnumber": f"ALT-{MARK}"}, record={"name": name})]
    c.records.upsert("account", item("first"))
    c.records.upsert("account", item("second"))
    found = list(c.records.list("account", filter=f"accountnumber eq 'ALT-{MARK}'", select=["accountid", "name"]))
    assert [r["name"] for r in found] == ["second"], found
    c.records.delete("account", found[0]["accountid"])


@case("UpsertMultiple takes several alternate keys at once")
def _(c):
    items = [UpsertItem(alternate_key={"accountnumber": f"M{i}-{MARK}"}, record={"name": f"{MARK} many"}) for i in range(2)]
    c.records.upsert("account", items)
    c.records.upsert("account", items)
    found = list(c.records.list("account", filter=f"name eq '{MARK} many'", select=["accountid"]))
    assert len(found) == 2, found
    for row in found:
        c.records.delete("account", row["accountid"])


@case("paging follows absolute next links to the last row, in order")
def _(c):
    keys = c.records.create("account", [{"name": f"{MARK} page {i}"} for i in range(8)])
    pages = list(c.records.list_pages("account", filter=f"startswith(name,'{MARK} page')", select=["name"], orderby=["name asc"], page_size=3))
    assert [len(page) for page in pages] == [3, 3, 2], [len(page) for page in pages]
    assert [r["name"] for page in pages for r in page] == [f"{MARK} page {i}" for i in range(8)]
    for key in keys:
        c.records.delete("account", key)


@case("the query builder filters, orders and expands")
def _(c):
    contact = c.records.create("contact", {"firstname": "Ada", "lastname": MARK})
    account = c.records.create("account", {"name": f"{MARK} expand", "primarycontactid@odata.bind": f"/contacts({contact})"})
    query = c.query.builder("account").select("name").where((col("name") == f"{MARK} expand") & (col("statecode") == 0))
    row = query.expand(ExpandOption("primarycontactid").select("fullname", "lastname")).order_by("name desc").execute().first()
    assert row["primarycontactid"]["lastname"] == MARK and "Ada" in row["primarycontactid"]["fullname"], row
    c.records.delete("account", account)
    c.records.delete("contact", contact)


@case("formatted values come with the annotations asked for")
def _(c):
    key = c.records.create("account", {"name": f"{MARK} label"})
    row = c.query.builder("account").select("name", "statecode").where(col("name") == f"{MARK} label").include_formatted_values().execute().first()
    assert row["statecode"] == 0 and row["statecode@OData.Community.Display.V1.FormattedValue"] == "Active", row
    c.records.delete("account", key)


@case("FetchXML pages by cookie until no more records")
def _(c):
    keys = c.records.create("account", [{"name": f"{MARK} fetch {i}"} for i in range(5)])
    xml = f"""<fetch count="2"><entity name="account"><attribute name="name"/><order attribute="name"/>
      <filter><condition attribute="name" operator="like" value="{MARK} fetch%"/></filter></entity></fetch>"""
    pages = list(c.query.fetchxml(xml).execute_pages())
    assert [r["name"] for page in pages for r in page] == [f"{MARK} fetch {i}" for i in range(5)], pages
    for key in keys:
        c.records.delete("account", key)


@case("FetchXML joins through a link entity")
def _(c):
    contact = c.records.create("contact", {"lastname": f"{MARK} joined"})
    account = c.records.create("account", {"name": f"{MARK} join", "primarycontactid@odata.bind": f"/contacts({contact})"})
    xml = f"""<fetch><entity name="account"><attribute name="name"/>
      <link-entity name="contact" from="contactid" to="primarycontactid" alias="pc"><attribute name="lastname"/></link-entity>
      <filter><condition attribute="accountid" operator="eq" value="{account}"/></filter></entity></fetch>"""
    assert c.query.fetchxml(xml).execute().first()["pc.lastname"] == f"{MARK} joined"
    c.records.delete("account", account)
    c.records.delete("contact", contact)


@case("a SQL query reads rows")
def _(c):
    keys = c.records.create("account", [{"name": f"{MARK} sql {i}"} for i in range(3)])
    found = c.query.sql(f"SELECT TOP 2 name FROM account WHERE name > '{MARK} sql 0' AND name < '{MARK} sql 9' ORDER BY name DESC")
    assert [r["name"] for r in found] == [f"{MARK} sql 2", f"{MARK} sql 1"], found
    for key in keys:
        c.records.delete("account", key)


@case("a batch mixes writes and reads, each with its own answer")
def _(c):
    batch = c.batch.new()
    batch.records.create("account", {"name": f"{MARK} batch"})
    batch.records.list("account", filter=f"name eq '{MARK} batch'", select=["name"])
    answer = batch.execute()
    assert not answer.has_errors and [r.status_code for r in answer.responses] == [204, 200], answer
    c.records.delete("account", answer.entity_ids[0])


@case("a changeset refers to its own rows by content id")
def _(c):
    batch = c.batch.new()
    with batch.changeset() as change:
        contact = change.records.create("contact", {"lastname": f"{MARK} ref"})
        change.records.create("account", {"name": f"{MARK} ref", "primarycontactid@odata.bind": contact})
    answer = batch.execute()
    assert [r.status_code for r in answer.responses] == [204, 204], answer
    row = c.records.list("account", filter=f"name eq '{MARK} ref'", select=["name"], expand=["primarycontactid"]).first()
    assert row["primarycontactid"]["lastname"] == f"{MARK} ref", row
    c.records.delete("account", answer.entity_ids[1])
    c.records.delete("contact", answer.entity_ids[0])


@case("a failing changeset leaves nothing behind")
def _(c):
    batch = c.batch.new()
    with batch.changeset() as change:
        change.records.create("account", {"name": f"{MARK} atomic"})
        change.records.update("account", str(uuid.uuid4()), {"no_such_column": "x"})
    assert batch.execute().has_errors
    assert len(list(c.records.list("account", filter=f"name eq '{MARK} atomic'", select=["name"]))) == 0


@case("a batch that goes on after errors answers for every part")
def _(c):
    batch = c.batch.new()
    batch.records.delete("account", str(uuid.uuid4()))
    batch.records.create("account", {"name": f"{MARK} after"})
    answer = batch.execute(continue_on_error=True)
    assert [r.status_code for r in answer.responses] == [404, 204], answer
    assert answer.responses[0].error_code == "0x80040217", answer.responses[0]
    c.records.delete("account", answer.entity_ids[0])


@case("a batch that stops at the first error says which")
def _(c):
    batch = c.batch.new()
    batch.records.delete("account", str(uuid.uuid4()))
    batch.records.create("account", {"name": f"{MARK} never"})
    answer = batch.execute()
    assert answer.has_errors and len(answer.responses) == 1, answer
    assert len(list(c.records.list("account", filter=f"name eq '{MARK} never'", select=["name"]))) == 0


@case("table metadata names set, key and logical name")
def _(c):
    info = c.tables.get("incident")
    assert (info["entity_set_name"], info["table_logical_name"]) == ("incidents", "incident"), info
    assert c.tables.get("no_such_table") is None


@case("column metadata lists the columns")
def _(c):
    names = {column["LogicalName"] for column in c.tables.list_columns("msdyn_entitylinkchatconfiguration", select=["LogicalName"])}
    assert {"msdyn_recordownercanunlink", "msdyn_recentchatlinkercanunlink", "msdyn_entitytype"} <= names, names


@case("table metadata lists tables by filter")
def _(c):
    found = [t["LogicalName"] for t in c.tables.list(filter="LogicalName eq 'account'", select=["LogicalName"])]
    assert found == ["account"], found


@case("a person without a role may read nothing, with the code for it")
def _(c):
    with DataverseClient(ORIGIN, Person("norole@contoso.com")) as other:
        error = refused(lambda: list(other.records.list("account", select=["name"])))
    assert error.status_code == 403 and code(error) == "0x80042f09", error.to_dict()


@case("a token nobody issued is unauthorized")
def _(c):
    class Stranger(Person):
        def get_token(self, *scopes, **options):
            return AccessToken("forged", int(time.time()) + 3600)

    with DataverseClient(ORIGIN, Stranger("")) as other:
        assert refused(lambda: list(other.records.list("account", select=["name"]))).status_code == 401


@case("the chat settings of the record types read and save through the generic client")
def _(c):
    row = c.records.list("msdyn_entitylinkchatconfiguration", select=["msdyn_name", "msdyn_recordownercanunlink"], orderby=["msdyn_name asc"]).first()
    key, before = row["msdyn_entitylinkchatconfigurationid"], row["msdyn_recordownercanunlink"]
    for wanted in (not before, before):
        c.records.update("msdyn_entitylinkchatconfiguration", key, {"msdyn_recordownercanunlink": wanted})
        assert c.records.retrieve("msdyn_entitylinkchatconfiguration", key, select=["msdyn_recordownercanunlink"])["msdyn_recordownercanunlink"] is wanted


failed = 0
with DataverseClient(ORIGIN, Person("admin@contoso.com")) as client:
    for name, run in cases:
        try:
            run(client)
            print(f"ok {name}")
        except Exception as error:  # noqa: BLE001: any failure of a case is reported, whatever its kind
            failed += 1
            print(f"FAILED {name}: {type(error).__name__}: {error}")
print(f"{len(cases) - failed} of {len(cases)}")
sys.exit(1 if failed else 0)
