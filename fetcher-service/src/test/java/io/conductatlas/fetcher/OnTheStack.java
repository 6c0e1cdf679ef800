package io.conductatlas.fetcher;

import io.conductatlas.embedded.StackTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service on real servers; all its tests share one application. */
@WithTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = StackTestResource.DATABASE, value = "fetcher"))
@WithTestResource(FetcherTestResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
public @interface OnTheStack {}
