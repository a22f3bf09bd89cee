// The block in the editor: fields at its side, and in its place what a page without script shows. As it is written: no build step.
( ( { blocks, blockEditor, components, element, serverSideRender: ServerSideRender } ) => {
	const el = element.createElement;
	const { InspectorControls, useBlockProps } = blockEditor;
	const { Button, Disabled, PanelBody, Placeholder, SelectControl, TextControl } = components;
	const { attributes: known, words } = window.qariReader;

	/** A field for an attribute of the reader. An empty one leaves it to the site's settings. */
	const field = ( { name, label, values }, options, setAttributes ) => {
		const onChange = ( value ) => {
			const { [ name ]: _, ...others } = options;
			setAttributes( { options: value === '' ? others : { ...others, [ name ]: value } } );
		};
		const shared = { key: name, label, value: options[ name ] || '', onChange };
		if ( ! values ) {
			return el( TextControl, shared );
		}
		const choices = values.map( ( value ) => ( { value, label: value } ) );
		return el( SelectControl, { ...shared, options: [ { value: '', label: words.default }, ...choices ] } );
	};

	/** Address, number and link: at the side, and in the block as long as it has no article. */
	const sources = ( { src, id, link }, setAttributes ) => [
		el( TextControl, { key: 'src', type: 'url', label: words.src, value: src, onChange: ( value ) => setAttributes( { src: value } ) } ),
		el( TextControl, { key: 'id', type: 'number', min: 0, label: words.id, value: id || '', onChange: ( value ) => setAttributes( { id: parseInt( value, 10 ) || 0 } ) } ),
		el( TextControl, { key: 'link', type: 'url', label: words.link, value: link, onChange: ( value ) => setAttributes( { link: value } ) } ),
	];

	const edit = ( { attributes, setAttributes } ) => {
		const { src, id, options } = attributes;
		const [ isChosen, setChosen ] = element.useState( Boolean( src || id ) );
		const side = el( InspectorControls, {},
			el( PanelBody, { title: words.source }, sources( attributes, setAttributes ) ),
			el( PanelBody, { title: words.attributes, initialOpen: false }, known.map( ( one ) => field( one, options, setAttributes ) ) )
		);
		const shown = isChosen
			? el( Disabled, {}, el( ServerSideRender, { block: 'qari/reader', attributes } ), el( 'p', {}, words.help ) )
			: el( Placeholder, { icon: 'media-document', label: words.source }, sources( attributes, setAttributes ), el( Button, { variant: 'primary', disabled: ! src && ! id, onClick: () => setChosen( true ) }, words.show ) );
		return el( 'div', useBlockProps(), side, shown );
	};

	// What it is stands in block.json; rendered by the server, so nothing is saved but the attributes.
	blocks.registerBlockType( 'qari/reader', { edit, save: () => null } );
} )( window.wp );
