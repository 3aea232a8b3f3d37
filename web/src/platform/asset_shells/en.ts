/** Words of Asset Administration Shells. */
export default {
  title: 'Asset Administration Shell', back: 'Equipment', machine: 'Live values', plate: 'Name plate', plateDefinition: 'The digital name plate of IDTA 02006; what is not told is not exported', edit: 'Fill in the plate', cancel: 'Never mind', save: 'Save', saved: 'Saved',
  nothing: 'Nothing told yet', nothingHint: 'Read it off the machine: as much as is known',
  maker: 'Manufacturer', designation: 'Product designation', designationHint: 'Such as “hydraulic curing press”', family: 'Product family', model: 'Model', orderCode: 'Order code', articleNumber: 'Article number', serial: 'Serial number', year: 'Year of construction',
  madeOn: 'Date of manufacture', country: 'Country of origin', countryHint: 'Two letters, such as CN, DE', hardware: 'Hardware version', firmware: 'Firmware version', software: 'Software version', productUri: 'Product link',
  productUriHint: 'The address in the code on the plate (IEC 61406), of this one machine; where told, it is the global id of the asset',
  yearWrong: 'A year of four digits', countryWrong: 'Two capital letters',
  export: 'Export', exportDefinition: 'A file that digital twins and asset management read: name plate, whole and parts, points and where their values are read, performance. Points of grade 4 stay here, and so do network addresses of sources', reach: 'Reach', unit: 'This one only', branch: 'With all below',
  span: 'Performance', none: 'Without', days: 'Past {count} days', contents: '{shells} shells, {points} points', withheld: '{count} points of grade 4 stay here', asset: 'Global id', aasx: 'Export AASX', json: 'Export JSON',
  history: 'History of the plate', historyDefinition: 'Everything told stays, the newest first', noHistory: 'Nothing told yet', toldAt: 'At', toldBy: 'By',
}
