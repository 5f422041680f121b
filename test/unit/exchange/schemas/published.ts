import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Schema } from './validity';

const GRAPHML = 'node_modules/graphml-moddle/resources/graphml/xsd';
const GRAPHML_ADDRESS = 'http://graphml.graphdrawing.org/xmlns/1.1/';

/** Of XLink no more than what GraphML's schema takes from it: links to graphs elsewhere, which aren't written here. */
const xlink = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xlink">
  <attribute name="href" type="anyURI"/><attribute name="type" type="string"/>
</schema>`;

/** GraphML 1.1 with its attributes, as graphml.graphdrawing.org publishes it and the package graphml-moddle has it. */
export async function graphmlSchema(): Promise<Schema> {
  const file = async (fileName: string): Promise<{ fileName: string; contents: string }> => {
    const contents = await readFile(`${GRAPHML}/${fileName}`, 'utf8');
    return { fileName, contents: contents.replaceAll(GRAPHML_ADDRESS, '') };
  };
  return [await file('graphml.xsd'), await file('graphml-structure.xsd'), { fileName: 'xlink.xsd', contents: xlink }];
}

/** GEXF 1.2draft, as gexf.net publishes it and JGraphT has it, with its parts in one.
 * @param jar of JGraphT's input and output, as Debian installs it */
export async function gexfSchema(jar: string): Promise<Schema> {
  const files = unzipSync(await readFile(jar), { filter: ({ name }) => ['gexf.xsd', 'viz.xsd'].includes(name) });
  const file = (fileName: string): { fileName: string; contents: Uint8Array } => {
    const contents = files[fileName];
    if (!contents) throw new Error(`${jar} lacks ${fileName}`);
    return { fileName, contents };
  };
  return [file('gexf.xsd'), file('viz.xsd')];
}
