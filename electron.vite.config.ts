import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const at = (path: string) => resolve(import.meta.dirname, path);

/**
 * Three parts into out/: the workstation process (one entry per host and thread), the preload (one CommonJS file, as a
 * sandboxed preload must be) and the screens. npm dependencies of the process stay outside its bundle.
 */
export default defineConfig({
	main: {
		build: {
			outDir: "out/main",
			target: "node24",
			sourcemap: true,
			minify: false,
			rolldownOptions: {
				input: {
					electron: at("main/electron/index.ts"),
					loopback: at("main/loopback/index.ts"),
					// A thread's module, found by name: main/jobs/thread.ts.
					"backup-worker": at("db/backup/worker.ts"),
				},
				output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
			},
		},
	},
	preload: {
		build: {
			outDir: "out/preload",
			externalizeDeps: false,
			minify: false,
			rolldownOptions: {
				input: { index: at("preload/index.ts") },
				output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
			},
		},
	},
	renderer: {
		root: at("renderer"),
		base: "/",
		plugins: [react()],
		build: {
			outDir: at("out/renderer"),
			emptyOutDir: true,
			target: "chrome140",
			// Inlined data: addresses for fonts and wasm would need holes in the content policy.
			assetsInlineLimit: 0,
			chunkSizeWarningLimit: 4096,
			modulePreload: { polyfill: false },
			rolldownOptions: { input: at("renderer/index.html") },
		},
	},
});
