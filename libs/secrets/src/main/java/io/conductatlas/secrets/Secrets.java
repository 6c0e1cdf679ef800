package io.conductatlas.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives services the vault and the tokens under the key of {@code atlas.secrets.key}. */
@ApplicationScoped
class Secrets {

    @Produces
    @Singleton
    MasterKey masterKey(@ConfigProperty(name = "atlas.secrets.key") String key) {
        return MasterKey.fromBase64(key);
    }

    @Produces
    @Singleton
    Vault vault(MasterKey masterKey) {
        return new Vault(masterKey);
    }

    @Produces
    @Singleton
    SignedTokens signedTokens(MasterKey masterKey) {
        return new SignedTokens(masterKey);
    }
}
