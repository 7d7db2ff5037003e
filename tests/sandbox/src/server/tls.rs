//! TLS on 127.0.0.1: a certificate for the real host names, HTTP/1.1 with keep-alive.

use super::{Delay, Held, Ready, Sandbox};
use base64::Engine;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose, PublicKeyData,
};
use sha2::{Digest, Sha256};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use thiserror::Error;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

/// Names on the certificate.
const NAMES: [&str; 26] = [
    "127.0.0.1",
    "localhost",
    "*.crm.dynamics.com",
    "*.crm4.dynamics.com",
    "*.api.crm4.dynamics.com",
    "sandbox.latchkey.test",
    "graph.microsoft.com",
    "login.microsoftonline.com",
    "login.microsoftonline.us",
    "login.partner.microsoftonline.cn",
    "api.bap.microsoft.com",
    "service.powerapps.com",
    "admin.powerplatform.microsoft.com",
    "partner.microsoft.com",
    "entra.microsoft.com",
    "portal.azure.com",
    "*.brightpattern.com",
    "*.blob.core.windows.net",
    "*.my.salesforce.com",
    "login.salesforce.com",
    "test.salesforce.com",
    "*.lightning.force.com",
    "*.my.salesforce-setup.com",
    "outlook.office.com",
    "teams.microsoft.com",
    "sales.latchkey-frame.test",
];

/// A server that cannot start.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The port is taken, or the certificate file cannot be written.
    #[error("cannot listen or write the certificate: {0}")]
    Io(#[from] io::Error),
    /// No certificate.
    #[error("cannot make a certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    /// TLS refuses the certificate.
    #[error("cannot set up TLS: {0}")]
    Tls(#[from] tokio_rustls::rustls::Error),
}

/// A listening server; it ends when this is dropped.
pub struct Running {
    ready: Ready,
    ca: PathBuf,
    task: JoinHandle<()>,
}

impl Running {
    /// What to tell a browser or a tool.
    pub fn ready(&self) -> &Ready {
        &self.ready
    }

    /// Waits until the server ends, which it does only when its task dies.
    pub async fn finished(mut self) {
        let _ = (&mut self.task).await;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
        let _ = std::fs::remove_file(&self.ca);
    }
}

impl Sandbox {
    /// Listens on 127.0.0.1 at the configured port.
    ///
    /// # Errors
    /// When the port is taken or the certificate cannot be made or written.
    pub async fn serve(&self) -> Result<Running, ServeError> {
        let authority = authority()?;
        let key = KeyPair::generate()?;
        let mut parameters = CertificateParams::new(NAMES.map(str::to_owned).to_vec())?;
        parameters
            .distinguished_name
            .push(DnType::CommonName, "Latchkey sandbox");
        parameters.use_authority_key_identifier_extension = true;
        parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        let certificate = parameters.signed_by(&key, &authority)?;
        let spki = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(key.subject_public_key_info()));
        let chain = [certificate.der(), authority.der()]
            .map(|der| CertificateDer::from(der.to_vec()))
            .to_vec();
        let secret = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let mut tls = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(chain, secret)?;
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        let listener = TcpListener::bind(("127.0.0.1", self.config.port)).await?;
        let port = listener.local_addr()?.port();
        let ca = std::env::temp_dir().join(format!("latchkey-sandbox-{port}.pem"));
        std::fs::write(&ca, authority.pem())?;
        let ready = Ready::new(port, spki, ca.display().to_string());
        let acceptor = TlsAcceptor::from(Arc::new(tls));
        let sandbox = self.clone();
        let task = tokio::spawn(async move {
            loop {
                let Ok((stream, _)) = listener.accept().await else {
                    continue;
                };
                tokio::spawn(connection(sandbox.clone(), acceptor.clone(), stream));
            }
        });
        Ok(Running { ready, ca, task })
    }
}

/// An authority of its own: strict clients (rustls, Python) refuse one certificate that is both authority and server.
fn authority() -> Result<CertifiedIssuer<'static, KeyPair>, rcgen::Error> {
    let mut parameters = CertificateParams::new(Vec::new())?;
    parameters
        .distinguished_name
        .push(DnType::CommonName, "Latchkey sandbox authority");
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    CertifiedIssuer::self_signed(parameters, KeyPair::generate()?)
}

async fn connection(sandbox: Sandbox, acceptor: TlsAcceptor, stream: TcpStream) {
    let _ = stream.set_nodelay(true);
    let Ok(stream) = acceptor.accept(stream).await else {
        return;
    };
    let service = service_fn(move |request| answer(sandbox.clone(), request));
    // An error here is a client that left or an answer that was to be lost: the connection just ends.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

async fn answer(sandbox: Sandbox, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, io::Error> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    let outcome = tokio::task::spawn_blocking(move || sandbox.handle(Request::from_parts(parts, body)));
    let response = outcome.await.map_err(io::Error::other)?.map_err(io::Error::other)?;
    if let Some(Delay(time)) = response.extensions().get::<Delay>().copied()
        && !time.is_zero()
    {
        tokio::time::sleep(time).await;
    }
    if let Some(Held(mut held)) = response.extensions().get::<Held>().cloned() {
        // Ends when nobody holds it any more; nothing is ever sent.
        while held.changed().await.is_ok() {}
    }
    Ok(response.map(Full::new))
}
