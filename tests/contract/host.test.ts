import { createLoopbackTestHost } from "../support/loopback-host.ts";
import { createMemoryHost } from "../support/memory-host.ts";
import { describeHost } from "./host-suite.ts";

// The desktop app's half of the same suite is tests/electron/host.test.ts: it needs Electron replaced.
describeHost("memory", async (core) => createMemoryHost(core));
describeHost("loopback", createLoopbackTestHost);
