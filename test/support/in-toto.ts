import { create, createFileRegistry, type DescMessage } from "@bufbuild/protobuf";
import {
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
  file_google_protobuf_struct,
  file_google_protobuf_timestamp,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
} from "@bufbuild/protobuf/wkt";

/** Fields of the messages that in-toto and SLSA publish (statement, resource_descriptor and provenance.proto): name, type. */
const MESSAGES: Readonly<Record<string, readonly (readonly [name: string, type: string, jsonName?: string])[]>> = {
  ResourceDescriptor: [
    ["name", "string"],
    ["uri", "string"],
    ["digest", "map"],
    ["content", "bytes"],
    ["download_location", "string", "downloadLocation"],
    ["media_type", "string", "mediaType"],
    ["annotations", "google.protobuf.Struct"],
  ],
  Subject: [
    ["name", "string"],
    ["digest", "map"],
  ],
  Statement: [
    ["type", "string", "_type"],
    ["subject", "repeated in_toto.Subject"],
    ["predicateType", "string"],
    ["predicate", "google.protobuf.Struct"],
  ],
  BuildDefinition: [
    ["build_type", "string", "buildType"],
    ["external_parameters", "google.protobuf.Struct", "externalParameters"],
    ["internal_parameters", "google.protobuf.Struct", "internalParameters"],
    ["resolved_dependencies", "repeated in_toto.ResourceDescriptor", "resolvedDependencies"],
  ],
  Builder: [
    ["id", "string"],
    ["version", "map"],
    ["builder_dependencies", "repeated in_toto.ResourceDescriptor", "builderDependencies"],
  ],
  BuildMetadata: [
    ["invocation_id", "string", "invocationId"],
    ["started_on", "google.protobuf.Timestamp", "startedOn"],
    ["finished_on", "google.protobuf.Timestamp", "finishedOn"],
  ],
  RunDetails: [
    ["builder", "in_toto.Builder"],
    ["metadata", "in_toto.BuildMetadata"],
    ["byproducts", "repeated in_toto.ResourceDescriptor"],
  ],
  Provenance: [
    ["build_definition", "in_toto.BuildDefinition", "buildDefinition"],
    ["run_details", "in_toto.RunDetails", "runDetails"],
  ],
};

const SCALARS: Readonly<Record<string, Type>> = { string: Type.STRING, bytes: Type.BYTES };

/** protobuf encodes maps as repeated entries of their own message. */
const entryName = (field: string): string => `${field[0]?.toUpperCase()}${field.slice(1)}Entry`;

function fieldOf(message: string, [name, words, jsonName = name]: readonly [string, string, string?], index: number) {
  const type = words.replace("repeated ", "");
  const many = words === "map" || words !== type;
  const typeName = words === "map" ? `.in_toto.${message}.${entryName(name)}` : `.${type}`;
  const scalar = SCALARS[type];
  return {
    name,
    jsonName,
    number: index + 1,
    label: many ? Label.REPEATED : Label.OPTIONAL,
    ...(scalar === undefined ? { type: Type.MESSAGE, typeName } : { type: scalar }),
  };
}

function entryOf([name]: readonly [string, string, string?]) {
  const field = (key: string, number: number) => ({
    name: key,
    jsonName: key,
    number,
    label: Label.OPTIONAL,
    type: Type.STRING,
  });
  return { name: entryName(name), field: [field("key", 1), field("value", 2)], options: { mapEntry: true } };
}

const FILE = create(FileDescriptorProtoSchema, {
  name: "in_toto.proto",
  package: "in_toto",
  syntax: "proto3",
  dependency: ["google/protobuf/struct.proto", "google/protobuf/timestamp.proto"],
  messageType: Object.entries(MESSAGES).map(([name, fields]) => ({
    name,
    field: fields.map((field, index) => fieldOf(name, field, index)),
    nestedType: fields.filter(([, type]) => type === "map").map(entryOf),
  })),
});

const REGISTRY = createFileRegistry(
  create(FileDescriptorSetSchema, {
    file: [file_google_protobuf_struct.proto, file_google_protobuf_timestamp.proto, FILE],
  }),
);

/** A message by its published name. protobuf's JSON reader refuses unknown fields. */
export function inTotoMessage(name: "Statement" | "Provenance"): DescMessage {
  const message = REGISTRY.getMessage(`in_toto.${name}`);
  if (message === undefined) throw new Error(`no message ${name}`);
  return message;
}
