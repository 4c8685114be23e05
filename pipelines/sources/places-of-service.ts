import type { z } from "zod";
import type { PlaceOfService, PlacesOfService } from "../../schemas/source/places-of-service.ts";
import { sourceAsItIs } from "./read-source.ts";

/** Which fee is paid at each place of service code, by code. */
export function placesOfService(): readonly PlaceOfService[] {
  return sourceAsItIs<z.infer<typeof PlacesOfService>>("places-of-service.json").places;
}
