//! Ports to a portal's tab from an extension page, past the panel's own code.

/// What opens ports in the extension page: `ask(port, call)` gives the answer, `open_port()` a port with the hands
/// behind it, in the tab whose address fits `{tab}`.
pub const TOOLS: &str = "
    window.tab = (await chrome.tabs.query({url: '{tab}'}))[0].id;
    window.hands = () => chrome.scripting.executeScript({target: {tabId: tab}, files: ['hands.js']});
    window.open_port = async (name = 'verbs', frameId = 0) => {
      await hands();
      const port = chrome.tabs.connect(tab, {frameId, name});
      port.waiting = new Map();
      port.closed = new Promise((done) => port.onDisconnect.addListener(() => {
        for (const answer of port.waiting.values()) answer('closed');
        done('closed');
      }));
      port.onMessage.addListener((said) => port.waiting.get(said.id)?.(said));
      return port;
    };
    let next = 0;
    window.ask = (port, call) => new Promise((answer) => {
      const id = ++next;
      port.waiting.set(id, answer);
      try { port.postMessage({id, ...call}); } catch { answer('closed'); }
    });
    window.sha = async (text) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
      .map((byte) => byte.toString(16).padStart(2, '0')).join('');";
