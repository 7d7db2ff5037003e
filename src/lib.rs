//! Latchkey: sets up Microsoft Dynamics 365 from inside the portals an administrator already has open.
