package io.conductatlas.gateway.api;

import io.conductatlas.archive.Sha256;
import io.conductatlas.gateway.paging.Conditional;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.Rows;
import io.conductatlas.gateway.readmodel.VersionText;
import io.conductatlas.gateway.readmodel.VersionView;
import io.conductatlas.gateway.readmodel.Versions;
import io.conductatlas.gateway.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Versions and their texts. */
@Path("/v1/versions/{version}")
@Tag(name = "Versions")
@RolesAllowed({Roles.SUBSCRIBER, Roles.STAFF})
class VersionsResource {

    private static final String DIGEST = "Repr-Digest";
    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final Versions versions;

    VersionsResource(Versions versions) {
        this.versions = versions;
    }

    @GET
    @Conditional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Get a Version",
            description = "Its number, hash and dates, and the times during which the document had this text.")
    public Uni<VersionView> get(@RestPath String version) {
        return find(version);
    }

    @GET
    @Path("/text")
    @Conditional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Get a Version's plain text",
            description = "The words without markup, with the offsets of sections and sentences in UTF-16 units.")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = DIGEST, description = "RFC 9530", schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = VersionText.class)))
    public Uni<RestResponse<byte[]>> text(@RestPath String version) {
        return find(version)
                .chain(versions::text)
                .map(VersionsResource::json)
                .map(bytes -> withDigest(bytes, Sha256.of(bytes), MediaType.APPLICATION_JSON));
    }

    @GET
    @Path("/markdown")
    @Conditional
    @Produces(MARKDOWN)
    @Operation(
            summary = "Get a Version's Markdown",
            description = "The archived bytes, whose SHA-256 is the Version's text_hash.")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = DIGEST, description = "RFC 9530", schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<byte[]>> markdown(@RestPath String version) {
        return find(version)
                .chain(found -> versions.markdown(found)
                        .map(bytes -> withDigest(bytes, found.markdown().sha256(), MARKDOWN)));
    }

    private Uni<VersionView> find(String id) {
        return versions.byId(id).map(found -> found.orElseThrow(() -> ProblemException.notFound("version", id)));
    }

    private static RestResponse<byte[]> withDigest(byte[] bytes, String sha256, String mediaType) {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        return RestResponse.ResponseBuilder.ok(bytes, mediaType)
                .header(DIGEST, "sha-256=:" + digest + ":")
                .build();
    }

    private static byte[] json(VersionText text) {
        try {
            return Rows.JSON.writeValueAsBytes(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
