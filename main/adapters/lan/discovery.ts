/** {@link Discovery} by mDNS. Called by the desktop app's start only: nothing is sent to any network before that. */
import { Bonjour } from "bonjour-service";
import type { Discovery } from "../../sync/lan/link.ts";

const type = "welt-pc";

/** @param failed a network that lets no multicast through is no trouble: people type the address */
export function mdnsDiscovery(failed: (why: string) => void): Discovery {
	return {
		start(self, seen) {
			const bonjour = new Bonjour({ interface: self.address } as object, (error: unknown) => failed(String(error)));
			const { store, dev } = self;
			bonjour.publish({ name: `welt-${dev}`, type, port: self.port, txt: { store, dev }, disableIPv6: true });
			const browser = bonjour.find({ type }, (service) => {
				const txt = (service.txt ?? {}) as Record<string, unknown>;
				const address = service.referer?.address;
				if (txt.store !== store || typeof txt.dev !== "string" || txt.dev === dev || !address) return;
				seen({ dev: txt.dev, address, port: service.port });
			});
			return () => {
				browser.stop();
				bonjour.unpublishAll(() => bonjour.destroy());
			};
		},
	};
}
