/**
 * Entry of the screens, on every host. Starts what listens to the whole window (scans before keys, so that a scan
 * never triggers a shortcut), then draws. Knows nothing of the trade.
 */
import "./app/root/first.ts";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import "./theme/base.css";
import "./theme/meaning.css";
import { createRoot } from "react-dom/client";
import { startKeys } from "./app/keys/keys.ts";
import { App } from "./app/root/App.tsx";
import { startReadingAgain } from "./app/use-calls.ts";
import { startLanguage } from "./i18n/language.ts";
import { startCapture } from "./scan/capture.ts";
import { startDeviceScans } from "./scan/device-scans.ts";
import { shareNonce } from "./theme/nonce.ts";
import { startPreferences } from "./theme/preferences.ts";

shareNonce();
startPreferences();
startLanguage();
startCapture();
startKeys();
startReadingAgain();
startDeviceScans();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
