import { Directive, directive, type ElementPart } from 'lit/directive.js';

type CssProperties = Readonly<Record<string, string>>;

/**
 * Sets CSS properties of an element through its style object. Lit's own `styleMap` writes a `style` attribute at first,
 * which the panel's content security policy refuses.
 */
class CssPropertiesDirective extends Directive {
  override update(part: ElementPart, [properties]: [CssProperties]): CssProperties {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    return this.render(properties);
  }

  /** Lit shows nothing for an element's directive, whatever comes back. */
  override render(properties: CssProperties): CssProperties {
    return properties;
  }
}

/** `<span ${cssProperties({ width: '40%' })}>`; the set of properties must stay the same from one rendering to the next. */
export const cssProperties = directive(CssPropertiesDirective);
