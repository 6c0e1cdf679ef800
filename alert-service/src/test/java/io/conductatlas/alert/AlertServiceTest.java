package io.conductatlas.alert;

import io.conductatlas.alert.fixtures.OutsideWorld;
import io.conductatlas.embedded.StackTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole service on real parts; all of them share one application. */
@QuarkusTest
@WithTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = StackTestResource.DATABASE, value = "alert"))
@WithTestResource(OutsideWorld.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AlertServiceTest {}
