package dev.erpkit.core.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.immutables.value.Value.Style.ValidationMethod;
import org.jspecify.annotations.Nullable;

/**
 * The one house style of value types: a public sealed interface permitting the generated package-private class, with a
 * nested public {@code Builder extends ImmutableX.Builder}. Hosts build values, they cannot implement them, so that a new
 * accessor breaks nobody.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        builderVisibility = BuilderVisibility.PACKAGE,
        overshadowImplementation = true,
        builder = "new",
        toBuilder = "",
        jdkOnly = true,
        jakarta = true,
        depluralize = true,
        depluralizeDictionary = {"entry:entries"},
        get = {"*"},
        nullableAnnotation = "org.jspecify.annotations.Nullable",
        fallbackNullableAnnotation = Nullable.class,
        allowedClasspathAnnotations = {org.immutables.value.Generated.class},
        validationMethod = ValidationMethod.SIMPLE)
public @interface ErpValue {}
