/**
 * Addresses to screens, built from the features. Hash addresses, because the packaged app serves one page only.
 * Which screen shows is decided here and in Root: set-up and sign-in come before everything.
 */
import { createHashRouter, Navigate, useLocation } from "react-router";
import { type Feature, homeOf, mayOpen } from "../feature.ts";
import { features } from "../features.ts";
import { Frame } from "../frame/Frame.tsx";
import { Boundary } from "../states/Boundary.tsx";
import { Missing } from "../states/Missing.tsx";
import { usePerson } from "../workstation.ts";
import { Root } from "./Root.tsx";

function Screen({ feature }: { feature: Feature }) {
	const person = usePerson();
	const { pathname } = useLocation();
	if (!mayOpen(feature, person?.roles)) return <Missing />;
	return <Boundary resetKey={pathname}>{feature.element}</Boundary>;
}

function Home() {
	const person = usePerson();
	const home = homeOf(features, person?.roles ?? []);
	return home ? <Navigate to={home.path} replace /> : <Missing />;
}

const routesOf = (chosen: readonly Feature[]) =>
	chosen.map((feature) => ({ path: feature.path, element: <Screen feature={feature} /> }));

export const router = createHashRouter([
	{
		element: <Root />,
		children: [
			{
				element: <Frame />,
				children: [
					{ index: true, element: <Home /> },
					...routesOf(features.filter((feature) => !feature.bare)),
					{ path: "*", element: <Missing /> },
				],
			},
			...routesOf(features.filter((feature) => feature.bare)),
		],
	},
]);
