package io.conductatlas.alert.mail;

import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.secrets.SignedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the pages are that mails and webhooks point to. Slugs and public ids need no escaping. */
@ApplicationScoped
public class Links {

    private final String publicUrl;
    private final SignedTokens tokens;

    public Links(@ConfigProperty(name = "atlas.public-url") String publicUrl, SignedTokens tokens) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        this.tokens = tokens;
    }

    public String home() {
        return publicUrl + "/";
    }

    public String methodology() {
        return publicUrl + "/methodology";
    }

    public String platform(ChangeAssessed change) {
        return publicUrl + "/platforms/" + change.platform().slug();
    }

    public String document(ChangeAssessed change) {
        return platform(change) + "/" + change.document().slug();
    }

    public String change(String changeId) {
        return publicUrl + "/changes/" + changeId;
    }

    public String diff(String changeId) {
        return change(changeId) + "#differences";
    }

    public String provision(String provisionId) {
        return publicUrl + "/provisions/" + provisionId;
    }

    /** All changes, the newest first. */
    public String changes() {
        return publicUrl + "/changes";
    }

    /** Takes the subscriber off a list; works without a login and says nothing about who they are. */
    public String unsubscribe(UUID subscriberId, MailingList list) {
        return publicUrl + "/u/" + tokens.sign("unsubscribe", subscriberId + " " + list.token());
    }
}
